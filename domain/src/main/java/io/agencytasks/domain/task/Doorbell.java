package io.agencytasks.domain.task;

import java.time.Duration;
import java.util.List;

/**
 * Tells the executors that some task is ready. It carries no work and may be lost: ringing never
 * fails, and the sweep makes up for a bell that was not heard.
 */
public interface Doorbell {

  /**
   * Rings once.
   *
   * @param cause the task that is ready, for tracing only
   * @param delay how long from now it will be ready; at most 15 minutes count
   */
  void ring(TaskId cause, Duration delay);

  default void ring(TaskId cause) {
    ring(cause, Duration.ZERO);
  }

  /** Rings for many at once; those who hear it go on while there is work, so some bells suffice. */
  void ring(List<TaskId> causes);
}
