package io.agencytasks.local.store;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import io.agencytasks.domain.listing.Search;
import io.agencytasks.domain.listing.Sort;
import io.agencytasks.domain.listing.SortOrder;
import io.agencytasks.domain.listing.TaskFilter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list should hold, said once more and in the plainest way. */
record ListModel(List<AnyTask> tasks) {
  private static final Pattern SHORT_WORD =
      Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}0-9]{1,2}");
  private static final String IN_A_WORD = "[\\p{IsAlphabetic}0-9]";

  /** The ids of all that match, in order. */
  List<Long> list(TaskFilter filter, Sort sort) {
    return tasks.stream()
        .filter(task -> matches(task, filter))
        .sorted(comparator(sort))
        .map(AnyTask::id)
        .toList();
  }

  private static boolean matches(AnyTask task, TaskFilter filter) {
    var category = filter.category();
    var tag = filter.tag();
    return (filter.statuses().isEmpty() || filter.statuses().contains(task.status()))
        && isOrAny(filter.priority(), task.priority())
        && isOrAny(category == null ? null : category.value(), task.category())
        && isOrAny(filter.taskType(), task.taskType())
        && isOrAny(filter.assignedToBot(), task.assignedToBot())
        && isOrAny(filter.requiresHumanReview(), task.requiresHumanReview())
        && isEarlier(task.scheduledFor(), filter.scheduledBefore())
        && isEarlier(filter.scheduledAfter(), filter.scheduledAfter(), task.scheduledFor())
        && (tag == null || task.tags().contains(tag.value()))
        && isOrAny(filter.sourceType(), task.sourceType())
        && isFound(task, filter.search());
  }

  private static boolean isOrAny(@Nullable Object wanted, Object is) {
    return wanted == null || wanted.equals(is);
  }

  private static boolean isEarlier(@Nullable Instant time, @Nullable Instant bound) {
    return isEarlier(bound, time, bound);
  }

  private static boolean isEarlier(
      @Nullable Instant asked, @Nullable Instant earlier, @Nullable Instant later) {
    return asked == null || (earlier != null && later != null && earlier.isBefore(later));
  }

  private static boolean isFound(AnyTask task, @Nullable Search search) {
    return search == null
        || Stream.of(search.text().strip().split(" +"))
            .allMatch(term -> isIn(task.title(), term) || isIn(task.description(), term));
  }

  private static boolean isIn(@Nullable String text, String term) {
    if (text == null) {
      return false;
    }
    var part = Pattern.quote(term.toLowerCase(Locale.ROOT));
    var pattern =
        SHORT_WORD.matcher(term).matches()
            ? "(?<!%s)%s(?!%s)".formatted(IN_A_WORD, part, IN_A_WORD)
            : part;
    return Pattern.compile(pattern).matcher(text.toLowerCase(Locale.ROOT)).find();
  }

  private static Comparator<AnyTask> comparator(Sort sort) {
    return switch (sort.by()) {
      case CREATED_AT -> by(comparing(AnyTask::createdAt), sort);
      case UPDATED_AT -> by(comparing(AnyTask::updatedAt), sort);
      case PRIORITY -> by(comparing(AnyTask::priority), sort);
      case SCHEDULED_FOR -> by(last(AnyTask::scheduledFor, sort), sort.order());
      case DEADLINE -> by(last(AnyTask::deadline, sort), sort.order());
    };
  }

  private static Comparator<AnyTask> by(Comparator<AnyTask> key, Sort sort) {
    return by(sort.order() == SortOrder.ASC ? key : key.reversed(), sort.order());
  }

  private static Comparator<AnyTask> by(Comparator<AnyTask> key, SortOrder order) {
    var ids = comparing(AnyTask::id);
    return key.thenComparing(order == SortOrder.ASC ? ids : ids.reversed());
  }

  private static Comparator<AnyTask> last(Key key, Sort sort) {
    Comparator<Instant> times = Comparator.naturalOrder();
    return Comparator.comparing(
        key::of, nullsLast(sort.order() == SortOrder.ASC ? times : times.reversed()));
  }

  /** What a task may lack. */
  private interface Key {
    @Nullable Instant of(AnyTask task);
  }
}
