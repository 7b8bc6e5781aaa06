package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws calls, mostly such as make sense. */
final class Calls {
  private static final int MOST_TASKS = 6;

  private final Chance chance;
  private final Bodies bodies;
  private final BulkCalls bulk;

  Calls(Chance chance) {
    this.chance = chance;
    this.bodies = new Bodies(chance);
    this.bulk = new BulkCalls(chance);
  }

  /** Two that are made at once, often with the same task. */
  List<Call> two(World world) {
    long id = id(world);
    return List.of(call(world, id), call(world, chance.in100(60) ? id : id(world)));
  }

  /** One that is made alone. */
  Call alone(World world) {
    var running = running(world);
    var waiting = world.tasks().stream().filter(ModelTask::waitsForATime).toList();
    return switch (chance.below(6)) {
      case 0, 1 -> new Claim(lane(), 1 + chance.below(3));
      case 2 -> running.isEmpty() ? release() : new Passing.LeaseRunsOut(chance.one(running).id);
      case 3, 4 ->
          waiting.isEmpty()
              ? release()
              : new Passing.TimeComes(chance.one(waiting).id, chance.past());
      default -> call(world, id(world));
    };
  }

  private Call call(World world, long id) {
    int tasks = world.tasks().size();
    if (tasks < MOST_TASKS && chance.in100(50 / (tasks + 1))) {
      return new Create(bodies.newTask(world));
    }
    return switch (chance.below(28)) {
      case 0, 1, 2, 3, 4, 5 -> update(world, id);
      case 6, 7 -> act("POST /v1/tasks/{id}/approve", id, world, Rules::approve);
      case 8 -> reject(world, id);
      case 9, 10 -> act("POST /v1/tasks/{id}/execute", id, world, Rules::execute);
      case 11 -> act("DELETE /v1/tasks/{id}", id, world, Rules::cancel);
      case 12 -> input(world, id);
      case 13, 14 -> bulk.draw(world);
      case 15 -> look(id);
      case 16, 17, 18 -> new Claim(lane(), 50);
      case 19, 20, 21 -> settle(world);
      case 22, 23 -> release();
      case 24, 25 -> callback(world);
      case 26 -> work(world);
      default -> new Sweeping(chance.one(List.of(Sweeping.Part.values())));
    };
  }

  private Call update(World world, long id) {
    var patch = bodies.patch(world, id);
    return act("PATCH /v1/tasks/{id}", id, patch, world, new UpdateRule(new PatchFields(patch)));
  }

  private Call release() {
    return new Release(chance.in100(70) ? Duration.ZERO : Duration.ofDays(1));
  }

  private Call reject(World world, long id) {
    var reason = Bodies.empty().put("reason", "No");
    return act("POST /v1/tasks/{id}/reject", id, reason, world, Rules::reject);
  }

  private Call input(World world, long id) {
    var input = chance.one(List.of("\"retry\"", "\"mark done\"", "\"cancel\"", "{\"chosen\":1}"));
    var waiting = world.tasks().stream().filter(t -> t.status == TaskStatus.WAITING_INPUT).toList();
    var body = Bodies.empty();
    body.set(
        "input",
        input.startsWith("{")
            ? Bodies.empty().put("chosen", 1)
            : body.textNode(input.substring(1, input.length() - 1)));
    return new Change(
        "POST /v1/tasks/{id}/input",
        waiting.isEmpty() ? id : chance.one(waiting).id,
        body,
        null,
        Rules.input(input));
  }

  private Call look(long id) {
    return switch (chance.below(5)) {
      case 0 -> new Look.AtTask(id);
      case 1 -> new Look.AtStats();
      case 2 -> new Look.AtReadiness(id);
      case 3 -> new Look.AtAll();
      default -> new AtQueue(chance.one(List.of("all", "running", "pending", "scheduled")));
    };
  }

  /** A repeated handing over names the same time again, so none is made once that has passed. */
  private Call settle(World world) {
    var running = running(world).stream().filter(task -> !(task.awaits && task.leaseOver)).toList();
    if (running.isEmpty()) {
      return new Claim(lane(), 50);
    }
    var task = chance.one(running);
    return new Settle(task.id, token(task), end(task));
  }

  /** A worker has only this to say again once its attempt goes on elsewhere. */
  private End end(ModelTask task) {
    return task.awaits || chance.in100(25) ? End.AWAITS : chance.one(List.of(End.values()));
  }

  /** By any token that was ever good. */
  private Call callback(World world) {
    var called = world.tasks().stream().filter(task -> task.callback != null).toList();
    if (called.isEmpty()) {
      return work(world);
    }
    var task = chance.one(called);
    return new CalledBack(
        task.id,
        Objects.requireNonNull(task.callback),
        chance.in100(30) ? null : chance.one(CalledBack.ENDS));
  }

  /** What a worker does besides settling. */
  private Call work(World world) {
    var running = running(world);
    if (running.isEmpty()) {
      return new Claim(lane(), 50);
    }
    var task = chance.one(running);
    return task.awaits || task.listens || chance.in100(30)
        ? new Beat(task.id, token(task))
        : new Expect(task.id, token(task), chance.token());
  }

  private static List<ModelTask> running(World world) {
    return world.tasks().stream().filter(task -> task.execution != null).toList();
  }

  private static ExecutionToken token(ModelTask task) {
    return Objects.requireNonNull(task.execution);
  }

  private Call act(String route, long id, World world, Rule rule) {
    return act(route, id, Bodies.empty(), world, rule);
  }

  private Call act(String route, long id, ObjectNode body, World world, Rule rule) {
    return new Change(route, id, body, version(world, id), rule);
  }

  /** Mostly none; else the one that was seen last, or the one before. */
  private @Nullable Integer version(World world, long id) {
    var task = world.task(id);
    return task == null || chance.in100(85)
        ? null
        : (Integer) Math.max(1, task.version - chance.below(2));
  }

  private long id(World world) {
    return world.tasks().isEmpty() || chance.in100(1)
        ? Bodies.NOBODYS
        : chance.one(List.copyOf(world.tasks())).id;
  }

  private Lane lane() {
    return chance.in100(75) ? Lane.BROWSER : Lane.STANDARD;
  }
}
