package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A task as the API shows it, beside the model's. */
final class Shown {
  private Shown() {}

  /** Whether the essential fields agree; the configuration where it is shown. */
  static boolean fits(ModelTask task, JsonNode json, Moment moment) {
    var expected = expected(task);
    if (json.has("executionConfig")) {
      expected.put("executionConfig", String.valueOf(task.config));
    }
    var seen = new LinkedHashMap<String, Object>();
    expected.forEach((field, value) -> seen.put(field, value(field, json)));
    return moment.fits("task " + task.id, differing(expected, seen), differing(seen, expected));
  }

  private static Map<String, Object> expected(ModelTask task) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", task.id);
    fields.put("title", task.title);
    fields.put("taskType", task.type.toString());
    fields.put("priority", task.priority.toString());
    fields.put("status", task.status.toString());
    fields.put("assignedToBot", task.bot);
    fields.put("requiresHumanReview", task.review);
    fields.put("humanReviewedAt", task.reviewed);
    fields.put("humanReviewedBy", task.reviewed);
    fields.put("reviewDeadline", time(task.reviewDeadline));
    fields.put("onReviewExpiry", task.onReviewExpiry.toString());
    fields.put("executionType", task.start.toString());
    fields.put("scheduledFor", time(task.scheduledFor));
    fields.put("deadline", time(task.deadline));
    fields.put("dependsOn", task.dependsOn);
    fields.put("blockedBy", String.valueOf(task.blockedBy));
    fields.put("onDependencyFailure", task.onFailure.toString());
    fields.put("errorCount", task.errors);
    fields.put("maxRetries", task.maxRetries);
    fields.put("queuedAt", task.wasQueued);
    fields.put("startedAt", task.wasStarted);
    fields.put("completedAt", task.status == TaskStatus.COMPLETED);
    fields.put("version", task.version);
    return fields;
  }

  private static Object value(String field, JsonNode json) {
    var value = json.path(field);
    return switch (field) {
      case "humanReviewedAt", "humanReviewedBy", "queuedAt", "startedAt", "completedAt" ->
          !value.isNull();
      case "scheduledFor", "deadline", "reviewDeadline" ->
          value.isNull() ? "null" : time(Instant.parse(value.asText()));
      case "dependsOn" -> numbers(value);
      case "executionConfig" -> value.toString();
      case "id" -> value.asLong();
      default ->
          switch (value.getNodeType()) {
            case BOOLEAN -> value.asBoolean();
            case NUMBER -> field.equals("blockedBy") ? value.asText() : (Object) value.asInt();
            case STRING, NULL -> value.asText();
            case ARRAY, BINARY, MISSING, OBJECT, POJO -> value.toString();
          };
    };
  }

  private static String time(@Nullable Instant time) {
    return String.valueOf(time);
  }

  private static Map<String, Object> differing(Map<String, Object> one, Map<String, Object> other) {
    var differing = new LinkedHashMap<>(one);
    differing.entrySet().removeIf(field -> field.getValue().equals(other.get(field.getKey())));
    return differing;
  }

  /** Whether each of these tasks is as the world has it. */
  static boolean fit(World world, JsonNode tasks, Moment moment) {
    boolean fit = true;
    for (var json : tasks) {
      var task = world.task(json.path("id").asLong());
      fit &=
          task == null
              ? moment.fits("unknown task", "none", json.path("id").asText())
              : fits(task, json, moment);
    }
    return fit;
  }

  static List<Long> numbers(JsonNode numbers) {
    return each(numbers, JsonNode::asLong);
  }

  static <T> List<T> each(JsonNode items, Function<JsonNode, T> look) {
    return StreamSupport.stream(items.spliterator(), false).map(look).toList();
  }
}
