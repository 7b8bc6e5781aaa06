package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.execution.Lane;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws calls by a seed. */
final class Chance {
  private static final int MOST_TASKS = 6;
  private static final long NOBODYS = 1L << 40;
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
          "scheduledFor",
          "executionType",
          "dependsOn",
          "onDependencyFailure",
          "priority",
          "maxRetries",
          "deadline",
          "taskType");

  private final Random random;
  private final Instant base;

  /** Times are drawn about this one. */
  Chance(long seed, Instant base) {
    this.random = new Random(seed);
    this.base = base;
  }

  boolean in100(int times) {
    return random.nextInt(100) < times;
  }

  /** A call that may be made beside another. */
  Call call(World world) {
    if (world.tasks().isEmpty() || (world.tasks().size() < MOST_TASKS && in100(12))) {
      return new Create(newTask(world));
    }
    long id = id(world);
    return switch (random.nextInt(24)) {
      case 0, 1, 2, 3, 4, 5 -> update(world, id);
      case 6, 7 -> act("POST /v1/tasks/{id}/approve", id, body(), world, Rules::approve);
      case 8 ->
          act("POST /v1/tasks/{id}/reject", id, body().put("reason", "No"), world, Rules::reject);
      case 9, 10 -> act("POST /v1/tasks/{id}/execute", id, body(), world, Rules::execute);
      case 11 -> act("DELETE /v1/tasks/{id}", id, body(), world, Rules::cancel);
      case 12 -> input(world, id);
      case 13, 14 -> bulk(world);
      case 15 -> look(id);
      case 16, 17, 18 -> new Engine.Claim(lane(), 50);
      case 19, 20, 21 -> settle(world);
      case 22 -> new Engine.Release(horizon());
      default -> new Engine.EndLostLeases();
    };
  }

  /** A call that is made alone. */
  Call alone(World world) {
    var running = world.tasks().stream().filter(task -> task.execution != null).toList();
    return switch (random.nextInt(5)) {
      case 0, 1 -> new Engine.Claim(lane(), 1 + random.nextInt(3));
      case 2 -> running.isEmpty() ? call(world) : new Passing.LeaseRunsOut(one(running).id);
      case 3 ->
          world.tasks().isEmpty()
              ? call(world)
              : new Passing.TimeComes(
                  one(List.copyOf(world.tasks())).id, base.minusSeconds(1 + random.nextInt(1000)));
      default -> call(world);
    };
  }

  private PatchFields newTask(World world) {
    var task = body();
    write(task, "taskType", world);
    task.put("title", title());
    for (var field :
        List.of("requiresHumanReview", "priority", "deadline", "maxRetries", "dependsOn")) {
      if (in100(40)) {
        write(task, field, world);
      }
    }
    if (task.has("dependsOn") && in100(60)) {
      write(task, "onDependencyFailure", world);
    }
    task.put("assignedToBot", in100(80));
    if (in100(50)) {
      write(task, "executionType", world);
    }
    if (in100(15) || task.path("executionType").asText().equals("scheduled")) {
      task.put("scheduledFor", time());
    }
    return new PatchFields(task);
  }

  private Call update(World world, long id) {
    var patch = body();
    for (int fields = 1 + random.nextInt(3); fields > 0; fields--) {
      write(patch, one(UPDATED), world);
    }
    if (patch.has("dependsOn") && in100(10)) {
      patch.putArray("dependsOn").add(id);
    }
    return act("PATCH /v1/tasks/{id}", id, patch, world, new UpdateRule(new PatchFields(patch)));
  }

  private void write(ObjectNode body, String field, World world) {
    switch (field) {
      case "status" -> body.put(field, one(Arrays.asList(TaskStatus.values())).toString());
      case "title" -> body.put(field, title());
      case "assignedToBot", "requiresHumanReview" -> body.put(field, in100(50));
      case "executionType" ->
          body.put(field, one(List.of("automatic", "manual_trigger", "scheduled")));
      case "scheduledFor", "deadline" -> body.put(field, in100(30) ? null : time());
      case "onDependencyFailure" -> body.put(field, one(List.of("block", "cancel", "run")));
      case "priority" -> body.put(field, one(List.of("low", "medium", "high", "critical")));
      case "maxRetries" -> body.put(field, random.nextInt(3));
      case "dependsOn" -> dependsOn(body, world);
      case "taskType" -> {
        boolean called = in100(25);
        body.put(field, called ? "api_call" : "browser_automation");
        body.set("executionConfig", config(called ? 100 : 0));
      }
      case "executionConfig" -> body.set(field, config(25));
      default -> throw new IllegalArgumentException(field);
    }
  }

  private void dependsOn(ObjectNode body, World world) {
    var ids = new ArrayList<Long>();
    world.tasks().stream().filter(_ -> in100(35)).forEach(task -> ids.add(task.id));
    if (in100(4)) {
      ids.add(NOBODYS);
    }
    var array = body.putArray("dependsOn");
    ids.forEach(array::add);
  }

  private JsonNode config(int called) {
    return in100(called)
        ? body().put("url", "https://example.com/" + random.nextInt(3))
        : body().put("step", random.nextInt(3));
  }

  private Call input(World world, long id) {
    var input = one(List.of("\"retry\"", "\"mark done\"", "\"cancel\"", "{\"chosen\":1}"));
    var waiting = world.tasks().stream().filter(t -> t.status == TaskStatus.WAITING_INPUT).toList();
    var body = body();
    body.set(
        "input",
        input.startsWith("{")
            ? body().put("chosen", 1)
            : body.textNode(input.substring(1, input.length() - 1)));
    return new Change(
        "POST /v1/tasks/{id}/input",
        waiting.isEmpty() ? id : one(waiting).id,
        body,
        null,
        Rules.input(input));
  }

  private Call bulk(World world) {
    var body = body();
    var ids = body.putArray("ids");
    world.tasks().stream().filter(_ -> in100(50)).forEach(task -> ids.add(task.id));
    if (ids.isEmpty() || in100(10)) {
      ids.add(NOBODYS);
    }
    if (in100(10)) {
      body.put("dryRun", true);
    }
    return switch (random.nextInt(7)) {
      case 0, 1 -> {
        var status = one(Arrays.asList(TaskStatus.values())).toString();
        body.put("action", "status").put("status", status);
        yield new Bulk(body, new UpdateRule(new PatchFields(body().put("status", status))));
      }
      case 2 -> {
        boolean bot = in100(60);
        body.put("action", "assign").put("assignedToBot", bot);
        yield new Bulk(body, new UpdateRule(new PatchFields(body().put("assignedToBot", bot))));
      }
      case 3 -> new Bulk(body.put("action", "approve"), Rules::approve);
      case 4 -> new Bulk(body.put("action", "execute"), Rules::execute);
      case 5 ->
          in100(50)
              ? new Bulk(body.put("action", "cancel"), Rules::cancel)
              : new Bulk(body.put("action", "reject").put("reason", "No"), Rules::reject);
      default -> {
        body.put("action", "tag").putArray("add").add("seen");
        yield new Bulk(body, Rules::tag);
      }
    };
  }

  private Call look(long id) {
    return switch (random.nextInt(5)) {
      case 0 -> new Look.AtTask(id);
      case 1 -> new Look.AtStats();
      case 2 -> new Look.AtReadiness(id);
      case 3 -> new Look.AtAll();
      default -> new Look.AtQueue(one(List.of("all", "running", "pending", "scheduled")));
    };
  }

  private Call settle(World world) {
    var running = world.tasks().stream().filter(task -> task.execution != null).toList();
    if (running.isEmpty()) {
      return new Engine.Claim(lane(), 50);
    }
    var task = one(running);
    return new Engine.Settle(
        task.id,
        java.util.Objects.requireNonNull(task.execution),
        one(List.of(Engine.End.values())));
  }

  private Call act(String route, long id, JsonNode body, World world, Rule rule) {
    return new Change(route, id, body, version(world, id), rule);
  }

  /** Mostly none; else the one that was seen last, or the one before. */
  private @Nullable Integer version(World world, long id) {
    var task = world.task(id);
    return task == null || in100(85)
        ? null
        : (Integer) Math.max(1, task.version - random.nextInt(2));
  }

  private long id(World world) {
    return in100(1) ? NOBODYS : one(List.copyOf(world.tasks())).id;
  }

  private Lane lane() {
    return in100(75) ? Lane.BROWSER : Lane.STANDARD;
  }

  private Duration horizon() {
    return in100(70) ? Duration.ZERO : Duration.ofDays(1);
  }

  private String time() {
    return base.plusSeconds(in100(50) ? 36_000 : -2_000 - random.nextInt(100)).toString();
  }

  private String title() {
    return one(List.of("Call", "Write", "Pay"));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static ObjectNode body() {
    return TheApi.JSON.createObjectNode();
  }
}
