package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.TaskStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws what bodies say. */
record Bodies(Chance chance) {
  static final long NOBODYS = 1L << 40;

  private static final List<String> TITLES = List.of("Call", "Write", "Pay");
  private static final List<String> UPDATED =
      List.of(
          "status",
          "status",
          "status",
          "status",
          "title",
          "executionConfig",
          "assignedToBot",
          "requiresHumanReview",
          "requiresHumanReview",
          "reviewDeadline",
          "onReviewExpiry",
          "scheduledFor",
          "executionType",
          "dependsOn",
          "onDependencyFailure",
          "priority",
          "maxRetries",
          "deadline",
          "taskType");

  /** What makes a task. */
  PatchFields newTask(World world) {
    var task = empty();
    write(task, "taskType", world);
    task.put("title", chance.one(TITLES));
    for (var field :
        List.of("requiresHumanReview", "priority", "deadline", "maxRetries", "dependsOn")) {
      if (chance.in100(40)) {
        write(task, field, world);
      }
    }
    if (task.path("requiresHumanReview").asBoolean() && chance.in100(50)) {
      write(task, "reviewDeadline", world);
      write(task, "onReviewExpiry", world);
    }
    if (task.has("dependsOn") && chance.in100(60)) {
      write(task, "onDependencyFailure", world);
    }
    task.put("assignedToBot", chance.in100(80));
    if (chance.in100(50)) {
      write(task, "executionType", world);
    }
    if (chance.in100(15) || task.path("executionType").asText().equals("scheduled")) {
      task.put("scheduledFor", chance.time().toString());
    }
    return new PatchFields(task);
  }

  /** What updates that task. */
  ObjectNode patch(World world, long id) {
    var patch = empty();
    for (int fields = 1 + chance.below(3); fields > 0; fields--) {
      write(patch, chance.one(UPDATED), world);
    }
    if (patch.has("dependsOn") && chance.in100(10)) {
      patch.putArray("dependsOn").add(id);
    }
    return patch;
  }

  static ObjectNode empty() {
    return TheApi.JSON.createObjectNode();
  }

  private void write(ObjectNode body, String field, World world) {
    switch (field) {
      case "status" -> body.put(field, chance.one(Arrays.asList(TaskStatus.values())).toString());
      case "title" -> body.put(field, chance.one(TITLES));
      case "assignedToBot", "requiresHumanReview" -> body.put(field, chance.in100(50));
      case "executionType" ->
          body.put(field, chance.one(List.of("automatic", "manual_trigger", "scheduled")));
      case "onReviewExpiry" -> body.put(field, chance.one(List.of("hold", "reject", "escalate")));
      case "scheduledFor", "deadline", "reviewDeadline" ->
          body.put(field, chance.in100(30) ? null : chance.time().toString());
      case "onDependencyFailure" -> body.put(field, chance.one(List.of("block", "cancel", "run")));
      case "priority" -> body.put(field, chance.one(List.of("low", "medium", "high", "critical")));
      case "maxRetries" -> body.put(field, chance.below(3));
      case "dependsOn" -> dependsOn(body, world);
      case "taskType" -> {
        boolean called = chance.in100(25);
        body.put(field, called ? "api_call" : "browser_automation");
        body.set("executionConfig", config(called ? 100 : 0));
      }
      case "executionConfig" -> body.set(field, config(25));
      default -> throw new IllegalArgumentException(field);
    }
  }

  private void dependsOn(ObjectNode body, World world) {
    var ids = new ArrayList<Long>();
    world.tasks().stream().filter(_ -> chance.in100(35)).forEach(task -> ids.add(task.id));
    if (chance.in100(4)) {
      ids.add(NOBODYS);
    }
    var array = body.putArray("dependsOn");
    ids.forEach(array::add);
  }

  private JsonNode config(int called) {
    return chance.in100(called)
        ? empty().put("url", "https://example.com/" + chance.below(3))
        : browsing("https://example.com/" + chance.below(3));
  }

  /** With a click, of which nobody could say whether it was made. */
  private static JsonNode browsing(String url) {
    var config = empty();
    var steps = config.putArray("steps");
    steps.addObject().put("do", "goto").put("url", url);
    steps.addObject().put("do", "click").put("selector", "a");
    return config;
  }
}
