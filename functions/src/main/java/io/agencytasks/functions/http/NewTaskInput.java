package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.BOOLEAN;
import static io.agencytasks.functions.http.Decoders.TASK_ID;
import static io.agencytasks.functions.http.Decoders.TIME;
import static io.agencytasks.functions.http.Decoders.distinct;
import static io.agencytasks.functions.http.Decoders.integer;
import static io.agencytasks.functions.http.Decoders.object;
import static io.agencytasks.functions.http.Decoders.oneOf;
import static io.agencytasks.functions.http.Decoders.text;

import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.Description;
import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.NewTask;
import io.agencytasks.domain.task.OnDependencyFailure;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Tag;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.Title;
import io.agencytasks.domain.task.Urgency;
import java.util.List;

/** The body that creates a task (FR-001, FR-002). */
final class NewTaskInput {
  private NewTaskInput() {}

  static NewTask read(Fields in) {
    var title = in.required("title", text(Title::new));
    var description = in.nullable("description", text(Description::new));
    var category = in.optional("category", text(Category::new), Category.GENERAL);
    var taskType = in.required("taskType", oneOf(TaskType.class));
    var priority = in.optional("priority", oneOf(Priority.class), Priority.MEDIUM);
    var urgency = in.optional("urgency", oneOf(Urgency.class), Urgency.NORMAL);
    var assignedToBot = in.optional("assignedToBot", BOOLEAN, true);
    var requiresHumanReview = in.optional("requiresHumanReview", BOOLEAN, false);
    var executionType =
        in.optional("executionType", oneOf(ExecutionType.class), ExecutionType.AUTOMATIC);
    var executionConfig = in.nullable("executionConfig", object(16 * 1024));
    var scheduledFor = in.nullable("scheduledFor", TIME);
    var deadline = in.nullable("deadline", TIME);
    var dependsOn = in.optional("dependsOn", distinct(100, TASK_ID), List.of());
    var onDependencyFailure =
        in.optional(
            "onDependencyFailure", oneOf(OnDependencyFailure.class), OnDependencyFailure.BLOCK);
    var tags = in.optional("tags", distinct(20, text(Tag::new)), List.of());
    var metadata = in.nullable("metadata", object(8 * 1024));
    var maxRetries = in.optional("maxRetries", integer(0, 10), 3);
    var notifyOnComplete = in.optional("notifyOnComplete", BOOLEAN, true);
    var notifyOnFailure = in.optional("notifyOnFailure", BOOLEAN, true);
    in.refuseIf(
        executionType.isSound()
            && executionType.get() == ExecutionType.SCHEDULED
            && scheduledFor.isSound()
            && scheduledFor.get() == null,
        "scheduledFor",
        "is required when executionType is scheduled");
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
