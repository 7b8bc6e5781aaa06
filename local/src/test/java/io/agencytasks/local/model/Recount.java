package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The statistics, counted over (FR-010). */
final class Recount {
  private Recount() {}

  static Map<String, Long> of(World world, Instant now) {
    var counts = new TreeMap<String, Long>();
    for (var status : TaskStatus.values()) {
      counts.put("byStatus " + status, count(world, task -> task.status == status));
    }
    for (var priority : Priority.values()) {
      counts.put("byPriority " + priority, count(world, task -> task.priority == priority));
    }
    counts.put("pendingReview", count(world, task -> task.review && !task.isFinal()));
    counts.put("overdue", count(world, task -> isOverdue(task, now)));
    counts.put("scheduledToday", count(world, task -> isToday(task, now)));
    counts.put("total", (long) world.tasks().size());
    return counts;
  }

  private static boolean isOverdue(ModelTask task, Instant now) {
    return task.deadline != null && task.deadline.isBefore(now) && !task.isFinal();
  }

  private static boolean isToday(ModelTask task, Instant now) {
    return task.scheduledFor != null && day(task.scheduledFor).equals(day(now));
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static long count(World world, Predicate<ModelTask> counts) {
    return world.tasks().stream().filter(counts).count();
  }

  static Map<String, Long> read(JsonNode stats) {
    var counts = new TreeMap<String, Long>();
    stats
        .properties()
        .forEach(
            part -> {
              if (part.getValue().isObject()) {
                part.getValue()
                    .properties()
                    .forEach(
                        count ->
                            counts.put(
                                part.getKey() + " " + count.getKey(), count.getValue().asLong()));
              } else {
                counts.put(part.getKey(), part.getValue().asLong());
              }
            });
    return counts;
  }
}
