package io.agencytasks.local.model;

import static io.agencytasks.domain.task.TaskStatus.DEFERRED;
import static io.agencytasks.domain.task.TaskStatus.IN_PROGRESS;
import static io.agencytasks.domain.task.TaskStatus.PENDING;
import static io.agencytasks.domain.task.TaskStatus.QUEUED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.agencytasks.domain.task.Lane;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** FR-009: what runs and waits, each with its place. */
record AtQueue(String filter) implements Look {
  @Override
  public Seen make(TheApi api) {
    return api.call("GET /v1/tasks/queue", "limit=100&filter=" + filter, NullNode.getInstance());
  }

  @Override
  public boolean fits(World world, Seen seen, Moment moment) {
    var expected =
        world.tasks().stream()
            .filter(task -> shows(task, moment.now()))
            .sorted(
                Comparator.<ModelTask, Object>comparing(task -> task.priority, ORDER)
                    .thenComparing(task -> task.createdAt, ORDER)
                    .thenComparing(task -> task.id, ORDER))
            .map(task -> placed(world, task, moment.now()))
            .toList();
    return moment.fits("queue", expected, placed(seen.body()))
        && moment.fits("counts", counts(world, moment.now()), seen.body().path("counts").toString())
        && Shown.fit(world, seen.body().path("tasks"), moment);
  }

  @SuppressWarnings("unchecked") // a key is compared with its like
  private static final Comparator<Object> ORDER =
      (one, other) -> ((Comparable<Object>) other).compareTo(one);

  private boolean shows(ModelTask task, Instant now) {
    return stage(task, now)
        .filter(stage -> filter.equals("all") || stage.equals(filter))
        .isPresent();
  }

  private static String placed(World world, ModelTask task, Instant now) {
    var place = world.line(Lane.of(task.type), now).indexOf(task) + 1;
    return "%d %s %s".formatted(task.id, task.status == IN_PROGRESS, place == 0 ? "null" : place);
  }

  private static List<String> placed(JsonNode queue) {
    return Shown.each(
        queue.path("tasks"),
        task ->
            "%d %s %s"
                .formatted(
                    task.path("id").asLong(),
                    task.path("isRunning").asText(),
                    task.path("queuePosition").asText()));
  }

  private static String counts(World world, Instant now) {
    return "{\"running\":%d,\"pending\":%d,\"scheduled\":%d}"
        .formatted(
            count(world, "running", now),
            count(world, "pending", now),
            count(world, "scheduled", now));
  }

  private static long count(World world, String stage, Instant now) {
    return world.tasks().stream()
        .filter(task -> stage(task, now).equals(Optional.of(stage)))
        .count();
  }

  private static Optional<String> stage(ModelTask task, Instant now) {
    if (task.status == IN_PROGRESS) {
      return Optional.of("running");
    }
    if (task.status == DEFERRED) {
      return task.notBefore.isAfter(now) ? Optional.of("scheduled") : Optional.empty();
    }
    return task.isAny(PENDING, QUEUED)
        ? Optional.of(task.hasTimeAhead(now) ? "scheduled" : "pending")
        : Optional.empty();
  }
}
