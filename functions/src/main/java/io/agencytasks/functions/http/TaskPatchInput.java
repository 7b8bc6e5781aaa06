package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.BOOLEAN;
import static io.agencytasks.functions.http.Decoders.TIME;

import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TaskTypes;

/**
 * Any part of a body that creates a task: fields left out are kept, some can be cleared (FR-004).
 */
final class TaskPatchInput {
  private TaskPatchInput() {}

  /**
   * Notes every fault in the fields. What depends on the rest of the task, only the statement can
   * judge.
   *
   * @return the patch, to be asked for after the fields have ended
   */
  static Field<TaskPatch> read(Fields in, TaskTypes types) {
    var title = in.patch("title", TaskFields.TITLE);
    var description = in.clearable("description", TaskFields.DESCRIPTION);
    var category = in.patch("category", TaskFields.CATEGORY);
    var taskType = in.patch("taskType", TaskFields.TASK_TYPE);
    var priority = in.patch("priority", TaskFields.PRIORITY);
    var urgency = in.patch("urgency", TaskFields.URGENCY);
    var assignedToBot = in.patch("assignedToBot", BOOLEAN);
    var requiresHumanReview = in.patch("requiresHumanReview", BOOLEAN);
    var reviewDeadline = in.clearable("reviewDeadline", TIME);
    var onReviewExpiry = in.patch("onReviewExpiry", TaskFields.ON_REVIEW_EXPIRY);
    var executionType = in.patch("executionType", TaskFields.EXECUTION_TYPE);
    var executionConfig = in.clearable("executionConfig", TaskFields.EXECUTION_CONFIG);
    var scheduledFor = in.clearable("scheduledFor", TIME);
    var deadline = in.clearable("deadline", TIME);
    var dependsOn = in.patch("dependsOn", TaskFields.DEPENDS_ON);
    var onDependencyFailure = in.patch("onDependencyFailure", TaskFields.ON_DEPENDENCY_FAILURE);
    var tags = in.patch("tags", TaskFields.TAGS);
    var metadata = in.clearable("metadata", TaskFields.METADATA);
    var maxRetries = in.patch("maxRetries", TaskFields.MAX_RETRIES);
    var notifyOnComplete = in.patch("notifyOnComplete", BOOLEAN);
    var notifyOnFailure = in.patch("notifyOnFailure", BOOLEAN);
    refuseConfig(in, types, taskType, executionConfig);
    return () ->
        new TaskPatch(
            title.get(),
            description.get(),
            category.get(),
            taskType.get(),
            priority.get(),
            urgency.get(),
            assignedToBot.get(),
            requiresHumanReview.get(),
            reviewDeadline.get(),
            onReviewExpiry.get(),
            executionType.get(),
            executionConfig.get(),
            scheduledFor.get(),
            deadline.get(),
            dependsOn.get(),
            onDependencyFailure.get(),
            tags.get(),
            metadata.get(),
            maxRetries.get(),
            notifyOnComplete.get(),
            notifyOnFailure.get());
  }

  /** Where both are given, the type's own faults are told along with the others. */
  private static void refuseConfig(
      Fields in, TaskTypes types, Field<Patch<TaskType>> type, Field<Patch<Json>> config) {
    if (type.isSound()
        && type.get() instanceof Patch.Set<TaskType>(var named)
        && config.isSound()
        && config.get().isGiven()) {
      in.refuse(types.check(named, config.get().given()));
    }
  }
}
