package io.agencytasks.local.gateway;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A route's path: literal segments, {@code {parameters}}, and at its end a {@code {greedy+}} one.
 */
final class PathTemplate {
  private static final Pattern PARAMETER = Pattern.compile("\\{(?<name>[^}+]+)(?<greedy>\\+?)}");

  private static final String LITERAL_RANK = "0";
  private static final String PARAMETER_RANK = "1";
  private static final String GREEDY_RANK = "2";

  /** Greedy paths last; before that, segment by segment, a literal wins over a parameter. */
  static final Comparator<PathTemplate> BY_SPECIFICITY =
      Comparator.<PathTemplate, Boolean>comparing(p -> p.rank.endsWith(GREEDY_RANK))
          .thenComparing(p -> p.rank);

  private final List<String> names;
  private final Pattern path;
  private final String rank;

  PathTemplate(String template) {
    List<String> segments = List.of(template.split("/", -1));
    this.names =
        segments.stream()
            .map(PARAMETER::matcher)
            .filter(Matcher::matches)
            .map(m -> m.group("name"))
            .toList();
    this.path =
        Pattern.compile(
            segments.stream().map(PathTemplate::pattern).collect(Collectors.joining("/")),
            Pattern.DOTALL);
    this.rank = segments.stream().map(PathTemplate::rank).collect(Collectors.joining());
  }

  private static String pattern(String segment) {
    Matcher parameter = PARAMETER.matcher(segment);
    if (!parameter.matches()) {
      return Pattern.quote(segment);
    }
    return parameter.group("greedy").isEmpty() ? "([^/]+)" : "(.+)";
  }

  private static String rank(String segment) {
    Matcher parameter = PARAMETER.matcher(segment);
    if (!parameter.matches()) {
      return LITERAL_RANK;
    }
    return parameter.group("greedy").isEmpty() ? PARAMETER_RANK : GREEDY_RANK;
  }

  /** The parameters' values, where the path fits; none of them is empty. */
  Optional<Map<String, String>> match(String requested) {
    Matcher matcher = path.matcher(requested);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var values = new HashMap<String, String>();
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), matcher.group(i + 1));
    }
    return Optional.of(values);
  }
}
