package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** What was answered to a call. */
record Seen(int status, JsonNode body) {
  /** To a worker whose attempt is no longer its own. */
  static final Seen REFUSED = word("refused");

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

  /** What the engine answers, in a word. */
  static Seen word(String word) {
    return new Seen(200, new TextNode(word));
  }

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
