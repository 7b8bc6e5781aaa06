package io.agencytasks.local.model;

import static io.agencytasks.domain.task.TaskStatus.IN_PROGRESS;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A worker takes the most urgent tasks of a lane. */
record Claim(Lane lane, int atMost) implements Call {
  static final Duration LEASE = Duration.ofHours(1);

  @Override
  public Seen make(TheApi api) {
    var claimed = TheApi.JSON.createArrayNode();
    for (var execution : api.store().port(RunExecutions.Claims.class).claim(lane, atMost, LEASE)) {
      claimed
          .addObject()
          .put("id", execution.taskId().value())
          .put("token", execution.token().value().toString());
    }
    return new Seen(200, claimed);
  }

  @Override
  public List<World> after(World before, Seen seen, Moment moment) {
    var after = before.copy();
    var claimed = Shown.each(seen.body(), task -> task.path("id").asLong());
    var line = after.line(lane, moment.now()).stream().map(task -> task.id).toList();
    var free = line.stream().filter(id -> !isPassedOver(id, claimed, moment)).limit(atMost);
    if (!moment.fits("claim", Set.copyOf(free.toList()), Set.copyOf(claimed))) {
      return List.of();
    }
    for (var execution : seen.body()) {
      var task = Objects.requireNonNull(after.task(execution.path("id").asLong()));
      task.moveTo(IN_PROGRESS);
      task.execution = new ExecutionToken(UUID.fromString(execution.path("token").asText()));
      task.version++;
    }
    return List.of(after);
  }

  /** What a worker knows of an attempt that it has claimed, as far as it matters here. */
  static ClaimedExecution claimed(TheApi api, long task, ExecutionToken token) {
    return new ClaimedExecution(
        token,
        new TaskId(task),
        token.value(),
        api.userId(),
        1,
        TaskType.BROWSER_AUTOMATION,
        "",
        new Json("{}"),
        null,
        Duration.ZERO);
  }

  private static boolean isPassedOver(long id, List<Long> claimed, Moment moment) {
    return !claimed.contains(id) && moment.held().contains(id);
  }

  @Override
  public Set<Long> names() {
    return Set.of();
  }

  /** Whatever it can find. */
  @Override
  public Set<Long> holds(World world) {
    return world.byId().keySet();
  }
}
