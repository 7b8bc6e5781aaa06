package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.BOOLEAN;
import static io.agencytasks.functions.http.Decoders.TIME;

import io.agencytasks.domain.task.Defaults;
import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.NewTask;
import io.agencytasks.domain.task.TaskTypes;

/** The body that creates a task (FR-001, FR-002). */
final class NewTaskInput {
  private NewTaskInput() {}

  static NewTask read(Fields in, TaskTypes types) {
    var title = in.required("title", TaskFields.TITLE);
    var description = in.nullable("description", TaskFields.DESCRIPTION);
    var category = in.optional("category", TaskFields.CATEGORY, Defaults.CATEGORY);
    var taskType = in.required("taskType", TaskFields.TASK_TYPE);
    var priority = in.optional("priority", TaskFields.PRIORITY, Defaults.PRIORITY);
    var urgency = in.optional("urgency", TaskFields.URGENCY, Defaults.URGENCY);
    var assignedToBot = in.optional("assignedToBot", BOOLEAN, Defaults.ASSIGNED_TO_BOT);
    var requiresHumanReview =
        in.optional("requiresHumanReview", BOOLEAN, Defaults.REQUIRES_HUMAN_REVIEW);
    var reviewDeadline = in.nullable("reviewDeadline", TIME);
    var onReviewExpiry =
        in.optional("onReviewExpiry", TaskFields.ON_REVIEW_EXPIRY, Defaults.ON_REVIEW_EXPIRY);
    var executionType =
        in.optional("executionType", TaskFields.EXECUTION_TYPE, Defaults.EXECUTION_TYPE);
    var executionConfig = in.nullable("executionConfig", TaskFields.EXECUTION_CONFIG);
    var scheduledFor = in.nullable("scheduledFor", TIME);
    var deadline = in.nullable("deadline", TIME);
    var dependsOn = in.optional("dependsOn", TaskFields.DEPENDS_ON, Defaults.DEPENDS_ON);
    var onDependencyFailure =
        in.optional(
            "onDependencyFailure",
            TaskFields.ON_DEPENDENCY_FAILURE,
            Defaults.ON_DEPENDENCY_FAILURE);
    var tags = in.optional("tags", TaskFields.TAGS, Defaults.TAGS);
    var metadata = in.nullable("metadata", TaskFields.METADATA);
    var maxRetries = in.optional("maxRetries", TaskFields.MAX_RETRIES, Defaults.MAX_RETRIES);
    var notifyOnComplete = in.optional("notifyOnComplete", BOOLEAN, Defaults.NOTIFY_ON_COMPLETE);
    var notifyOnFailure = in.optional("notifyOnFailure", BOOLEAN, Defaults.NOTIFY_ON_FAILURE);
    in.refuseIf(
        executionType.isSound()
            && executionType.get() == ExecutionType.SCHEDULED
            && scheduledFor.isSound()
            && scheduledFor.get() == null,
        "scheduledFor",
        "is required when executionType is scheduled");
    boolean unreviewed = requiresHumanReview.isSound() && !requiresHumanReview.get();
    in.refuseIf(
        unreviewed && reviewDeadline.isSound() && reviewDeadline.get() != null,
        "reviewDeadline",
        TaskFields.NEEDS_REVIEW);
    in.refuseIf(
        unreviewed && onReviewExpiry.isSound() && onReviewExpiry.get() != Defaults.ON_REVIEW_EXPIRY,
        "onReviewExpiry",
        TaskFields.NEEDS_REVIEW);
    if (taskType.isSound() && executionConfig.isSound()) {
      in.refuse(types.check(taskType.get(), executionConfig.get()));
    }
    in.end();
    return new NewTask(
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
}
