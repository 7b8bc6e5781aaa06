package io.agencytasks.functions.executors.report;

import io.agencytasks.domain.report.ReportFilter;
import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a report for people says of itself. */
final class Sentences {
  private Sentences() {}

  /** From when to when, in which zone, and when it was made. */
  static String about(Report report, Words words) {
    return "From %s to %s (not included), times in %s. Made at %s."
        .formatted(
            words.moment(report.span().from()),
            words.moment(report.span().to()),
            report.zone().getId(),
            words.moment(report.madeAt()));
  }

  /** A sentence for each filter; none where there is none. */
  static List<String> filters(ReportFilter filter) {
    var sentences = new ArrayList<String>();
    add(sentences, "status", filter.statuses());
    add(sentences, "priority", filter.priorities());
    add(sentences, "category", filter.categories().stream().map(Category::value).toList());
    add(sentences, "type", filter.taskTypes());
    add(sentences, "tag", filter.tags().stream().map(Tag::value).toList());
    return sentences;
  }

  private static void add(List<String> sentences, String what, List<?> values) {
    if (!values.isEmpty()) {
      sentences.add(
          values.stream()
              .map(Object::toString)
              .collect(Collectors.joining(", ", "Only with the " + what + " ", ".")));
    }
  }
}
