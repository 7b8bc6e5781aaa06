package io.agencytasks.local.model;

import static io.agencytasks.domain.task.TaskStatus.DEFERRED;
import static io.agencytasks.domain.task.TaskStatus.PENDING;
import static io.agencytasks.domain.task.TaskStatus.QUEUED;

import io.agencytasks.domain.sweep.ReleaseDueTasks;
import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.TriggeredBy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The sweep releases what is due within the horizon. */
record Release(Duration horizon) implements Call {
  @Override
  public Seen make(TheApi api) {
    var due = TheApi.JSON.createArrayNode();
    api.store()
        .port(ReleaseDueTasks.Store.class)
        .release(horizon, 500)
        .forEach(task -> due.addObject().put("id", task.task().value()));
    return new Seen(200, due);
  }

  @Override
  public List<World> after(World before, Seen seen, Moment moment) {
    var after = before.copy();
    var released = Set.copyOf(Shown.each(seen.body(), task -> task.path("id").asLong()));
    var due = new HashSet<Long>();
    for (var task : after.tasks()) {
      if (isDue(task, moment.now().plus(horizon))
          && (released.contains(task.id) || !moment.held().contains(task.id))) {
        due.add(task.id);
      }
    }
    if (!moment.fits("due", due, released)) {
      return List.of();
    }
    due.forEach(id -> release(Objects.requireNonNull(after.task(id))));
    return List.of(after);
  }

  private static boolean isDue(ModelTask task, Instant by) {
    return task.status == DEFERRED
        ? !task.notBefore.isAfter(by)
        : task.isAny(PENDING, QUEUED)
            && task.released == null
            && task.start != ExecutionType.MANUAL_TRIGGER
            && task.scheduledFor != null
            && !task.scheduledFor.isAfter(by);
  }

  private static void release(ModelTask task) {
    var due = task.status == DEFERRED ? task.notBefore : Objects.requireNonNull(task.scheduledFor);
    boolean waitsForAPerson = task.start == ExecutionType.MANUAL_TRIGGER && task.released == null;
    if (task.status == DEFERRED) {
      task.moveTo(PENDING);
    }
    task.notBefore = due;
    if (!waitsForAPerson) {
      task.release(due, TriggeredBy.SCHEDULE);
    }
    task.version++;
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
