package io.agencytasks.local.model;

import static io.agencytasks.domain.task.TaskStatus.DEFERRED;
import static io.agencytasks.domain.task.TaskStatus.FAILED;
import static io.agencytasks.domain.task.TaskStatus.IN_PROGRESS;
import static io.agencytasks.domain.task.TaskStatus.WAITING_INPUT;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.TriggeredBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether a task may start, its place, and the codes of all that stands in its way. */
record Readiness(boolean ready, String place, List<String> codes) {

  static Readiness read(JsonNode json) {
    return new Readiness(
        json.path("ready").asBoolean(),
        json.path("queuePosition").asText(),
        Shown.each(json.path("reasons"), reason -> reason.path("code").asText()));
  }

  static Readiness of(World world, ModelTask task, Instant now) {
    if (!task.isReady(now)) {
      return new Readiness(false, "null", hindrances(task, now));
    }
    int place = world.line(Lane.of(task.type), now).indexOf(task) + 1;
    return new Readiness(
        true, Integer.toString(place), place > 1 ? List.of("QUEUED_BEHIND") : List.of());
  }

  private static List<String> hindrances(ModelTask task, Instant now) {
    if (task.isFinal()) {
      return List.of("FINAL");
    }
    if (task.status == IN_PROGRESS) {
      return List.of("IN_PROGRESS");
    }
    var codes = new ArrayList<>(byStatus(task, now));
    add(codes, "REVIEW_REQUIRED", task.review);
    add(codes, "BLOCKED", task.blockedBy != null);
    add(codes, "ASSIGNED_TO_PERSON", !task.bot);
    return codes;
  }

  private static List<String> byStatus(ModelTask task, Instant now) {
    if (task.status == FAILED) {
      return List.of("FINAL");
    }
    if (task.status == WAITING_INPUT) {
      return List.of("WAITING_INPUT");
    }
    if (task.status == DEFERRED) {
      return task.released == null && task.start == ExecutionType.MANUAL_TRIGGER
          ? List.of("DEFERRED", "MANUAL_TRIGGER")
          : List.of("DEFERRED");
    }
    if (task.released == null) {
      return List.of(
          task.start == ExecutionType.MANUAL_TRIGGER || task.scheduledFor == null
              ? "MANUAL_TRIGGER"
              : "SCHEDULED");
    }
    if (task.notBefore.isAfter(now)) {
      return List.of(task.triggeredBy == TriggeredBy.RETRY ? "RETRY_SCHEDULED" : "SCHEDULED");
    }
    return List.of();
  }

  private static void add(List<String> codes, String code, boolean holds) {
    if (holds) {
      codes.add(code);
    }
  }
}
