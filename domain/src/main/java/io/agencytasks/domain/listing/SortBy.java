package io.agencytasks.domain.listing;

import io.agencytasks.domain.task.TaskSummary;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a list is sorted by (FR-003.11). Tasks that lack it come last, whatever the order. */
public enum SortBy {
  CREATED_AT("createdAt"),
  UPDATED_AT("updatedAt"),
  PRIORITY("priority"),
  SCHEDULED_FOR("scheduledFor"),
  DEADLINE("deadline");

  private final String name;

  SortBy(String name) {
    this.name = name;
  }

  /** Where a task stands, as text: a time, or the rank of its priority; empty where it lacks it. */
  public Optional<String> key(TaskSummary task) {
    return switch (this) {
      case CREATED_AT -> key(task.createdAt());
      case UPDATED_AT -> key(task.updatedAt());
      case PRIORITY -> Optional.of(Integer.toString(task.priority().rank()));
      case SCHEDULED_FOR -> key(task.scheduledFor());
      case DEADLINE -> key(task.deadline());
    };
  }

  /** Whether a task may lack it. */
  public boolean mayBeMissing() {
    return this == SCHEDULED_FOR || this == DEADLINE;
  }

  private static Optional<String> key(@Nullable Instant time) {
    return Optional.ofNullable(time).map(Instant::toString);
  }

  /** The name on the wire. */
  @Override
  public String toString() {
    return name;
  }
}
