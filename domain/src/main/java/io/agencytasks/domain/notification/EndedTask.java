package io.agencytasks.domain.notification;

import io.agencytasks.domain.task.TaskId;
import java.util.UUID;

/**
 * That a task has come to its end, as the bus says it.
 *
 * @param event the same however often it is said
 * @param userId its owner
 */
public record EndedTask(UUID event, TaskId task, long userId, How how) {

  /** How it ended. */
  public enum How {
    COMPLETED("TaskCompleted", "Completed"),
    FAILED("TaskFailed", "Failed");

    private final String event;
    private final String word;

    How(String event, String word) {
      this.event = event;
      this.word = word;
    }

    /** The type of the event that says so. */
    public String event() {
      return event;
    }

    String word() {
      return word;
    }
  }
}
