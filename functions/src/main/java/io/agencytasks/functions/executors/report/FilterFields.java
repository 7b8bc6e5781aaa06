package io.agencytasks.functions.executors.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.domain.report.Decision;
import io.agencytasks.domain.report.ReportFilter;
import io.agencytasks.domain.report.ReportKind;
import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.ExecutionStatus;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Tag;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.functions.executors.ConfigFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules for a report's filters: arrays of a few values, left out where any will do. */
final class FilterFields {
  private static final int MOST = 20;

  private final ConfigFields fields;

  private FilterFields(ConfigFields fields) {
    this.fields = fields;
  }

  /** What they say; what faults leave of them does not matter. */
  static ReportFilter read(ReportKind kind, ConfigFields fields) {
    var filters = new FilterFields(fields);
    return new ReportFilter(
        filters.statuses(kind),
        filters.array("priority", oneOf(Priority.class)),
        filters.array("category", Category::new),
        filters.array("taskType", oneOf(TaskType.class)),
        filters.array("tag", Tag::new));
  }

  /** Of what the rows are. */
  private List<String> statuses(ReportKind kind) {
    var all =
        switch (kind) {
          case TASK_SUMMARY -> oneOf(TaskStatus.class);
          case EXECUTION_LOG -> oneOf(ExecutionStatus.class);
          case REVIEW_EVIDENCE -> oneOf(Decision.class);
        };
    return array("status", all).stream().map(Object::toString).toList();
  }

  /**
   * @param type makes a value, or throws IllegalArgumentException with the end of "This field …"
   */
  private <T> List<T> array(String name, Function<String, ? extends T> type) {
    var given = fields.value(name);
    if (given.isEmpty()) {
      return List.of();
    }
    var values = new ArrayList<T>();
    if (!given.get().isArray() || given.get().isEmpty() || given.get().size() > MOST) {
      fields.fault(name, "must be an array of 1 to %d values".formatted(MOST));
      return values;
    }
    for (int n = 0; n < given.get().size(); n++) {
      try {
        values.add(type.apply(text(given.get().path(n))));
      } catch (IllegalArgumentException fault) {
        fields.fault("%s[%d]".formatted(name, n), String.valueOf(fault.getMessage()));
      }
    }
    return List.copyOf(values);
  }

  private static String text(JsonNode value) {
    if (!value.isTextual()) {
      throw new IllegalArgumentException("must be a string");
    }
    return value.textValue();
  }

  private static <E extends Enum<E>> Function<String, E> oneOf(Class<E> kind) {
    var all = kind.getEnumConstants();
    return name ->
        Arrays.stream(all)
            .filter(value -> value.toString().equals(name))
            .findAny()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        Arrays.stream(all)
                            .map(Object::toString)
                            .collect(Collectors.joining(", ", "must be one of ", ""))));
  }
}
