package io.agencytasks.domain.task;

import org.jspecify.annotations.Nullable;

/** A task, whole (FR-011.3). */
public record Task(
    TaskSummary summary,
    @Nullable Json executionConfig,
    @Nullable String originalMessage,
    @Nullable Json result) {

  public TaskId id() {
    return summary.id();
  }
}
