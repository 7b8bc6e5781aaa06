package io.agencytasks.local.model;

import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TriggeredBy;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Makes a task (FR-001). */
record Create(PatchFields fields) implements Call {

  @Override
  public Seen make(TheApi api) {
    return api.call("POST /v1/tasks", "", fields.json());
  }

  @Override
  public List<World> after(World before, Seen seen, Moment moment) {
    boolean sound =
        !isUnreviewed() && fields.ids("dependsOn").stream().allMatch(id -> isThere(before, id));
    if (!moment.fits("create", sound ? 201 : 400, seen.status())) {
      return List.of();
    }
    if (!sound) {
      return List.of(before);
    }
    var after = before.copy();
    var body = seen.body();
    var task =
        new ModelTask(
            body.path("id").asLong(), Instant.parse(body.path("createdAt").asText()), moment.now());
    fields.writeTo(task);
    task.blockedBy = after.blocker(task);
    if (task.start != ExecutionType.MANUAL_TRIGGER && !task.hasTimeAhead(moment.now())) {
      task.release(
          moment.now(), task.scheduledFor == null ? TriggeredBy.AUTOMATIC : TriggeredBy.SCHEDULE);
    }
    after.byId().put(task.id, task);
    return Shown.fits(task, body, moment) ? List.of(after) : List.of();
  }

  /** What is about its review must not be where none is required. */
  private boolean isUnreviewed() {
    var task = new ModelTask(0, Instant.EPOCH, Instant.EPOCH);
    fields.writeTo(task);
    return task.expectsNoReview();
  }

  private static boolean isThere(World world, long id) {
    var task = world.task(id);
    return task != null && task.status != TaskStatus.CANCELLED;
  }

  @Override
  public Set<Long> names() {
    return Set.copyOf(fields.ids("dependsOn"));
  }
}
