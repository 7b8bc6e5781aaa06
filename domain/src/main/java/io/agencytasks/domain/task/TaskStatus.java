package io.agencytasks.domain.task;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The states of a task and the one table of what may follow what; SQL repeats it as a guard. */
public enum TaskStatus {
  PENDING,
  QUEUED,
  IN_PROGRESS,
  WAITING_INPUT,
  COMPLETED,
  FAILED,
  CANCELLED,
  DEFERRED;

  /** The states that a task in this one may go to. */
  public Set<TaskStatus> next() {
    return switch (this) {
      case PENDING -> EnumSet.of(QUEUED, IN_PROGRESS, DEFERRED, COMPLETED, FAILED, CANCELLED);
      case QUEUED -> EnumSet.of(IN_PROGRESS, DEFERRED, COMPLETED, FAILED, CANCELLED);
      case IN_PROGRESS ->
          EnumSet.of(COMPLETED, FAILED, PENDING, WAITING_INPUT, DEFERRED, CANCELLED);
      case WAITING_INPUT -> EnumSet.of(PENDING, COMPLETED, FAILED, CANCELLED);
      case DEFERRED -> EnumSet.of(PENDING, CANCELLED);
      case FAILED -> EnumSet.of(QUEUED, PENDING, CANCELLED);
      case COMPLETED, CANCELLED -> EnumSet.noneOf(TaskStatus.class);
    };
  }

  /** What an update may set instead, whoever has the task (FR-004.9). */
  public Set<TaskStatus> nextByHand() {
    return switch (this) {
      case PENDING -> EnumSet.of(QUEUED, DEFERRED, COMPLETED, FAILED, CANCELLED);
      case QUEUED -> EnumSet.of(DEFERRED, COMPLETED, FAILED, CANCELLED);
      case IN_PROGRESS, WAITING_INPUT -> EnumSet.of(CANCELLED);
      case DEFERRED -> EnumSet.of(PENDING, CANCELLED);
      case FAILED -> EnumSet.of(QUEUED, PENDING, CANCELLED);
      case COMPLETED, CANCELLED -> EnumSet.noneOf(TaskStatus.class);
    };
  }

  /** What an update may set besides on a task that a person has: they start and end it. */
  public Set<TaskStatus> nextByItsPerson() {
    return switch (this) {
      case PENDING, QUEUED -> EnumSet.of(IN_PROGRESS);
      case IN_PROGRESS -> EnumSet.of(COMPLETED, FAILED);
      case WAITING_INPUT, DEFERRED, FAILED, COMPLETED, CANCELLED ->
          EnumSet.noneOf(TaskStatus.class);
    };
  }

  public boolean mayBecome(TaskStatus to) {
    return next().contains(to);
  }

  /** The name on the wire and in the database. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
