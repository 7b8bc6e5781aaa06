package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.OnDependencyFailure;
import io.agencytasks.domain.task.OnReviewExpiry;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The fields of a body that makes or updates a task: what is not there is kept, null clears. */
record PatchFields(ObjectNode json) {

  boolean has(String field) {
    return json.has(field);
  }

  /** Sets the task's own fields, and leaves to the rules what follows from them. */
  void writeTo(ModelTask task) {
    json.fieldNames().forEachRemaining(field -> write(field, task));
  }

  private void write(String field, ModelTask task) {
    switch (field) {
      case "title" -> task.title = text(field);
      case "taskType" -> task.type = TaskType.valueOf(constant(field));
      case "executionConfig" -> task.config = isNull(field) ? null : json.get(field).toString();
      case "priority" -> task.priority = Priority.valueOf(constant(field));
      case "status" -> task.status = TaskStatus.valueOf(constant(field));
      case "assignedToBot" -> task.bot = json.get(field).asBoolean();
      case "requiresHumanReview" -> task.review = json.get(field).asBoolean();
      case "reviewDeadline" -> task.reviewDeadline = time(field);
      case "onReviewExpiry" -> task.onReviewExpiry = OnReviewExpiry.valueOf(constant(field));
      case "executionType" -> task.start = ExecutionType.valueOf(constant(field));
      case "scheduledFor" -> task.scheduledFor = time(field);
      case "deadline" -> task.deadline = time(field);
      case "dependsOn" -> task.dependsOn = ids(field);
      case "onDependencyFailure" -> task.onFailure = OnDependencyFailure.valueOf(constant(field));
      case "maxRetries" -> task.maxRetries = json.get(field).asInt();
      default -> throw new IllegalArgumentException(field);
    }
  }

  List<Long> ids(String field) {
    return StreamSupport.stream(json.path(field).spliterator(), false)
        .map(id -> id.asLong())
        .sorted()
        .toList();
  }

  private boolean isNull(String field) {
    return json.get(field).isNull();
  }

  private String text(String field) {
    return json.get(field).asText();
  }

  private String constant(String field) {
    return text(field).toUpperCase(Locale.ROOT);
  }

  private @Nullable Instant time(String field) {
    return isNull(field) ? null : Instant.parse(text(field));
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
