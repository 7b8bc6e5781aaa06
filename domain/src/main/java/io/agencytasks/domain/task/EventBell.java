package io.agencytasks.domain.task;

/**
 * Tells the publisher that events wait to be published. It carries none of them and may be lost:
 * ringing never fails, and the sweep makes up for a bell that was not heard.
 */
public interface EventBell {
  void ring();
}
