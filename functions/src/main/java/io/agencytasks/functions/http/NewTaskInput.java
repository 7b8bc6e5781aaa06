package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.BOOLEAN;
import static io.agencytasks.functions.http.Decoders.TIME;

import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.NewTask;
import io.agencytasks.domain.task.OnDependencyFailure;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.task.Urgency;
import java.util.List;

/** The body that creates a task (FR-001, FR-002). */
final class NewTaskInput {
  private NewTaskInput() {}

  static NewTask read(Fields in, TaskTypes types) {
    var title = in.required("title", TaskFields.TITLE);
    var description = in.nullable("description", TaskFields.DESCRIPTION);
    var category = in.optional("category", TaskFields.CATEGORY, Category.GENERAL);
    var taskType = in.required("taskType", TaskFields.TASK_TYPE);
    var priority = in.optional("priority", TaskFields.PRIORITY, Priority.MEDIUM);
    var urgency = in.optional("urgency", TaskFields.URGENCY, Urgency.NORMAL);
    var assignedToBot = in.optional("assignedToBot", BOOLEAN, true);
    var requiresHumanReview = in.optional("requiresHumanReview", BOOLEAN, false);
    var executionType =
        in.optional("executionType", TaskFields.EXECUTION_TYPE, ExecutionType.AUTOMATIC);
    var executionConfig = in.nullable("executionConfig", TaskFields.EXECUTION_CONFIG);
    var scheduledFor = in.nullable("scheduledFor", TIME);
    var deadline = in.nullable("deadline", TIME);
    var dependsOn = in.optional("dependsOn", TaskFields.DEPENDS_ON, List.of());
    var onDependencyFailure =
        in.optional(
            "onDependencyFailure", TaskFields.ON_DEPENDENCY_FAILURE, OnDependencyFailure.BLOCK);
    var tags = in.optional("tags", TaskFields.TAGS, List.of());
    var metadata = in.nullable("metadata", TaskFields.METADATA);
    var maxRetries = in.optional("maxRetries", TaskFields.MAX_RETRIES, 3);
    var notifyOnComplete = in.optional("notifyOnComplete", BOOLEAN, true);
    var notifyOnFailure = in.optional("notifyOnFailure", BOOLEAN, true);
    in.refuseIf(
        executionType.isSound()
            && executionType.get() == ExecutionType.SCHEDULED
            && scheduledFor.isSound()
            && scheduledFor.get() == null,
        "scheduledFor",
        "is required when executionType is scheduled");
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
