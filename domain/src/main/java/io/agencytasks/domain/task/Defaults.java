package io.agencytasks.domain.task;

import java.util.List;

/** What a new task is where nobody says otherwise (FR-001). */
public final class Defaults {
  public static final Category CATEGORY = Category.GENERAL;
  public static final Priority PRIORITY = Priority.MEDIUM;
  public static final Urgency URGENCY = Urgency.NORMAL;
  public static final boolean ASSIGNED_TO_BOT = true;
  public static final boolean REQUIRES_HUMAN_REVIEW = false;
  public static final OnReviewExpiry ON_REVIEW_EXPIRY = OnReviewExpiry.HOLD;
  public static final ExecutionType EXECUTION_TYPE = ExecutionType.AUTOMATIC;
  public static final List<TaskId> DEPENDS_ON = List.of();
  public static final OnDependencyFailure ON_DEPENDENCY_FAILURE = OnDependencyFailure.BLOCK;
  public static final List<Tag> TAGS = List.of();
  public static final int MAX_RETRIES = 3;
  public static final boolean NOTIFY_ON_COMPLETE = true;
  public static final boolean NOTIFY_ON_FAILURE = true;

  private Defaults() {}

  /** All of them as a part of a task, for one that is made of several parts. */
  public static TaskPatch patch() {
    return new TaskPatch(
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Set<>(CATEGORY),
        new Patch.Keep<>(),
        new Patch.Set<>(PRIORITY),
        new Patch.Set<>(URGENCY),
        new Patch.Set<>(ASSIGNED_TO_BOT),
        new Patch.Set<>(REQUIRES_HUMAN_REVIEW),
        new Patch.Keep<>(),
        new Patch.Set<>(ON_REVIEW_EXPIRY),
        new Patch.Set<>(EXECUTION_TYPE),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Set<>(DEPENDS_ON),
        new Patch.Set<>(ON_DEPENDENCY_FAILURE),
        new Patch.Set<>(TAGS),
        new Patch.Keep<>(),
        new Patch.Set<>(MAX_RETRIES),
        new Patch.Set<>(NOTIFY_ON_COMPLETE),
        new Patch.Set<>(NOTIFY_ON_FAILURE));
  }
}
