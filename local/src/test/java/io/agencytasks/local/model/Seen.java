package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What was answered to a call. */
record Seen(int status, JsonNode body) {
  /** What a reader of a story wants to know of a task. */
  private static final List<String> TELLING =
      List.of(
          "id",
          "status",
          "version",
          "requiresHumanReview",
          "assignedToBot",
          "executionType",
          "scheduledFor",
          "blockedBy",
          "isRunning",
          "queuePosition");

  @Override
  public String toString() {
    var told = body.deepCopy();
    shorten(told);
    told.path("tasks").forEach(Seen::shorten);
    return status + " " + told;
  }

  private static void shorten(JsonNode json) {
    if (json instanceof ObjectNode task && task.has("title")) {
      task.retain(task.has("errors") ? List.of("errors") : told(task));
    }
  }

  private static List<String> told(ObjectNode json) {
    return json.has("currentStatus") ? List.of("detail") : TELLING;
  }
}
