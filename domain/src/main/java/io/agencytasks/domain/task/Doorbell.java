package io.agencytasks.domain.task;

import java.time.Duration;
import java.util.List;

/**
 * Tells the executors that some task is ready. It carries no work and may be lost: ringing never
 * fails, and the sweep makes up for a bell that was not heard.
 */
public interface Doorbell {
  /** The longest that a bell can be held back; what is due later is the sweep's. */
  Duration LONGEST_DELAY = Duration.ofMinutes(15);

  /**
   * Rings once for a task that is ready.
   *
   * @param cause in its lane; the task is for tracing only
   */
  void ring(Bell cause);

  /** Rings for many at once; those who hear it go on while there is work, so some bells suffice. */
  void ring(List<Bell> causes);

  /**
   * Rings for each when its time comes, or at the longest delay where that is earlier. Who hears it
   * looks for what is due besides what is ready.
   */
  void ringAt(List<Due> due);
}
