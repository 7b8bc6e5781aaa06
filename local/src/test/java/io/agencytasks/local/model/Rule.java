package io.agencytasks.local.model;

import java.time.Instant;

/** What a change does with a task by its state alone. */
@FunctionalInterface
interface Rule {

  Ruling judge(World world, ModelTask task, Instant now);

  /**
   * A verdict.
   *
   * @param status the HTTP status that it is told with
   * @param change what becomes of the task; nothing where it is refused or so already
   */
  record Ruling(int status, boolean changes, Runnable change) {
    static final Ruling CONFLICT = new Ruling(409, false, () -> {});
    static final Ruling INVALID = new Ruling(400, false, () -> {});
    static final Ruling DONE_ALREADY = new Ruling(200, false, () -> {});

    static Ruling done(Runnable change) {
      return new Ruling(200, true, change);
    }

    static Ruling accepted(Runnable change) {
      return new Ruling(202, true, change);
    }

    boolean isDone() {
      return status < 300;
    }
  }
}
