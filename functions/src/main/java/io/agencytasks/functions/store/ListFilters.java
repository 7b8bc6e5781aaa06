package io.agencytasks.functions.store;

import io.agencytasks.domain.listing.Search;
import io.agencytasks.domain.listing.SearchTerm;
import io.agencytasks.domain.listing.TaskFilter;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.functions.aws.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a task {@code t} for it to be listed: one piece of SQL for each filter that is
 * given, so that the planner sees nothing that was not asked for. Values are bound, never written.
 */
final class ListFilters {
  private static final String HAS_WORDS =
      "short_words(searched(t.title, t.description)) @> string_to_array(lower(:words), ' ')";

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, String> values = new LinkedHashMap<>();

  private ListFilters() {}

  static ListFilters of(TaskFilter filter) {
    var filters = new ListFilters();
    filters.statuses(filter.statuses());
    var priority = filter.priority();
    // By rank, as lists are sorted by it: the planner does not know that one follows the other.
    filters.given(
        "t.priority_rank = cast(:priorityRank as smallint)",
        "priorityRank",
        priority == null ? null : priority.rank());
    var category = filter.category();
    filters.given("t.category = :category", "category", category == null ? null : category.value());
    filters.given("t.task_type = :taskType", "taskType", filter.taskType());
    filters.given(
        "t.assigned_to_bot = cast(:assignedToBot as boolean)",
        "assignedToBot",
        filter.assignedToBot());
    filters.given(
        "t.requires_human_review = cast(:requiresHumanReview as boolean)",
        "requiresHumanReview",
        filter.requiresHumanReview());
    filters.given(
        "t.scheduled_for < cast(:scheduledBefore as timestamptz)",
        "scheduledBefore",
        filter.scheduledBefore());
    filters.given(
        "t.scheduled_for > cast(:scheduledAfter as timestamptz)",
        "scheduledAfter",
        filter.scheduledAfter());
    var tag = filter.tag();
    filters.given(
        "t.tags @> jsonb_build_array(cast(:tag as text))", "tag", tag == null ? null : tag.value());
    filters.given("t.source_type = :sourceType", "sourceType", filter.sourceType());
    filters.search(filter.search());
    return filters;
  }

  /** The conditions, each begun with "and". */
  String sql() {
    return conditions.stream().map(it -> "and " + it).collect(Collectors.joining("\n    "));
  }

  Statement bind(Statement statement) {
    var bound = statement;
    for (var value : values.entrySet()) {
      bound = bound.text(value.getKey(), value.getValue());
    }
    return bound;
  }

  private void statuses(List<TaskStatus> statuses) {
    if (statuses.isEmpty()) {
      return;
    }
    var names = new ArrayList<String>();
    for (var status : statuses) {
      names.add(":status" + names.size());
      values.put("status" + values.size(), status.toString());
    }
    conditions.add("t.status in (%s)".formatted(String.join(", ", names)));
  }

  private void search(@Nullable Search search) {
    if (search == null) {
      return;
    }
    var byKind =
        search.terms().stream().collect(Collectors.partitioningBy(SearchTerm::isWholeWord));
    var words = byKind.getOrDefault(true, List.of());
    if (!words.isEmpty()) {
      var all = words.stream().map(SearchTerm::text).collect(Collectors.joining(" "));
      given(HAS_WORDS, "words", all);
    }
    int n = 0;
    for (var part : byKind.getOrDefault(false, List.of())) {
      contains("contains" + n, part.text());
      n++;
    }
  }

  /** Told twice, since trigrams find what is ASCII, and its characters what is not. */
  private void contains(String name, String part) {
    given(
        "searched(t.title, t.description) like lower(:%s)".formatted(name),
        name,
        "%" + escaped(part) + "%");
    if (part.codePoints().anyMatch(c -> c > 0x7f)) {
      conditions.add(
          "other_characters(searched(t.title, t.description)) @> other_characters(lower(:%s))"
              .formatted(name));
    }
  }

  private void given(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value.toString());
    }
  }

  /** What is special to LIKE stands for itself. */
  private static String escaped(String text) {
    return text.replaceAll("[\\\\%_]", "\\\\$0");
  }
}
