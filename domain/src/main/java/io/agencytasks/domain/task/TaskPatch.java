package io.agencytasks.domain.task;

import java.time.Instant;
import java.util.List;

/** Any part of what a task is made of: an update, what a clone changes, what a template holds. */
public record TaskPatch(
    Patch<Title> title,
    Patch<Description> description,
    Patch<Category> category,
    Patch<TaskType> taskType,
    Patch<Priority> priority,
    Patch<Urgency> urgency,
    Patch<Boolean> assignedToBot,
    Patch<Boolean> requiresHumanReview,
    Patch<Instant> reviewDeadline,
    Patch<OnReviewExpiry> onReviewExpiry,
    Patch<ExecutionType> executionType,
    Patch<Json> executionConfig,
    Patch<Instant> scheduledFor,
    Patch<Instant> deadline,
    Patch<List<TaskId>> dependsOn,
    Patch<OnDependencyFailure> onDependencyFailure,
    Patch<List<Tag>> tags,
    Patch<Json> metadata,
    Patch<Integer> maxRetries,
    Patch<Boolean> notifyOnComplete,
    Patch<Boolean> notifyOnFailure) {

  /** Keeps all as it is. */
  public static final TaskPatch NOTHING = assigned(new Patch.Keep<>());

  /** Gives a task to the bot, or to a person, and keeps the rest. */
  public static TaskPatch assigned(boolean toBot) {
    return assigned(new Patch.Set<>(toBot));
  }

  private static TaskPatch assigned(Patch<Boolean> assignedToBot) {
    return new TaskPatch(
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        assignedToBot,
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>());
  }
}
