package io.agencytasks.domain.stats;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskStatus;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The tasks of one status and priority, counted. */
public record Tally(
    TaskStatus status,
    Priority priority,
    long tasks,
    long pendingReview,
    long overdue,
    long scheduledToday) {

  /** Puts tallies together. */
  static Stats sum(List<Tally> tallies) {
    return new Stats(
        by(TaskStatus.class, tallies, Tally::status),
        by(Priority.class, tallies, Tally::priority),
        sum(tallies, Tally::pendingReview),
        sum(tallies, Tally::overdue),
        sum(tallies, Tally::scheduledToday),
        sum(tallies, Tally::tasks));
  }

  private static <E extends Enum<E>> Map<E, Long> by(
      Class<E> type, List<Tally> tallies, Function<Tally, E> group) {
    var counts = new EnumMap<E, Long>(type);
    Arrays.stream(type.getEnumConstants()).forEach(value -> counts.put(value, 0L));
    counts.putAll(tallies.stream().collect(groupingBy(group, summingLong(Tally::tasks))));
    return counts;
  }

  private static long sum(List<Tally> tallies, ToLongFunction<Tally> count) {
    return tallies.stream().mapToLong(count).sum();
  }
}
