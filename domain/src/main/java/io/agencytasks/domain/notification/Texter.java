package io.agencytasks.domain.notification;

import java.time.Duration;

/** Sends text messages, each once. */
public interface Texter {
  /** How long it is waited for at the most. */
  Duration PATIENCE = Duration.ofSeconds(10);

  Delivery send(TextMessage message) throws InterruptedException;
}
