package io.agencytasks.local.spine;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values in JSON that no field of a task may take, by the kind of field. */
final class HostileValues {
  private static final String HUGE = "1e999999999";

  private HostileValues() {}

  /** Every field of a body that creates a task. */
  static Map<String, List<String>> byField() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("title", with(text(500), "null"));
    all.put("description", text(5000).filter(it -> !it.equals("\"\"") && !blank(it)).toList());
    all.put("category", with(text(100), "null"));
    for (String name :
        List.of("taskType", "priority", "urgency", "executionType", "onDependencyFailure")) {
      all.put(name, choice());
    }
    for (String name :
        List.of("assignedToBot", "requiresHumanReview", "notifyOnComplete", "notifyOnFailure")) {
      all.put(name, List.of("\"true\"", "1", "0", "\"\"", "[]", "{}", "[true]"));
    }
    all.put("executionConfig", object(16 * 1024));
    all.put("metadata", object(8 * 1024));
    all.put("scheduledFor", times());
    all.put("deadline", times());
    all.put("dependsOn", ids());
    all.put("tags", tags());
    all.put(
        "maxRetries",
        List.of("-1", "11", "1.5", "\"3\"", "3.0", HUGE, "2147483648", "9".repeat(30), "[]", "{}"));
    return all;
  }

  /** Bodies that are no object of fields. */
  static List<String> bodies() {
    return List.of(
        "{",
        "}",
        "[]",
        "null",
        "true",
        "7",
        "\"text\"",
        "{} {}",
        "{\"a\":1}}",
        "{'a':1}",
        "{\"surprise\":1}",
        "{\"title\":\"a\",\"title\":\"b\"}",
        "{\"notes\":\"a\",\"notes\":\"b\"}",
        "{\"metadata\":{\"k\":1,\"k\":2}}",
        "\uFEFF{}x",
        "{\"metadata\":" + "{\"a\":".repeat(33) + "1" + "}".repeat(33) + "}",
        "[".repeat(5000),
        "{\"title\":\"\\uD800\"}",
        "{\"title\":\"a\u0000\"}",
        "{\"n\":1e999999999,\"metadata\":{\"n\":1e999999999}}");
  }

  static List<String> pathIds() {
    return List.of(
        "0",
        "-1",
        "+1",
        "1e3",
        "1.0",
        "007",
        "0x1",
        "%201",
        "1%20",
        "x",
        "%D9%A1",
        "%00",
        "%2e%2e",
        "9007199254740992",
        "9223372036854775808",
        "9".repeat(40));
  }

  private static Stream<String> text(int most) {
    return Stream.of(
        "7",
        "true",
        "[]",
        "{}",
        "\"\"",
        "\" \\n\\t \"",
        quoted("x".repeat(most + 1)),
        quoted("\uD83D\uDE80".repeat(most + 1)),
        "\"a\\u0000b\"",
        "\"a\\u0007b\"",
        "\"a\\u009fb\"",
        "\"\\ud83d\"",
        "\"\\ude80 x\"");
  }

  private static boolean blank(String json) {
    return json.equals("\" \\n\\t \"");
  }

  private static List<String> choice() {
    return List.of(
        "null", "7", "true", "\"\"", "\"HIGH\"", "\"none such\"", "[]", "{}", "\"high \"");
  }

  private static List<String> object(int mostBytes) {
    return List.of(
        "7",
        "\"{}\"",
        "[]",
        "true",
        "{\"k\":\"" + "x".repeat(mostBytes) + "\"}",
        "{\"k\":\"a\\u0000b\"}",
        "{\"a\\u0000b\":1}",
        "{\"k\":\"\\ud800\"}",
        "{\"k\":" + HUGE + "}",
        "{\"k\":1e400}");
  }

  private static List<String> times() {
    return Stream.of(
            "2026-12-01",
            "2026-12-01T09:00",
            "2026-12-01T09:00:00",
            "0000-01-01T00:00:00Z",
            "10000-01-01T00:00:00Z",
            "+10000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59-18:00",
            "2026-12-31T23:59:60Z",
            "2026-02-30T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-12-01T24:30:00Z",
            "2026-12-01T09:00:00+25:00",
            "2026-12-01T09:00:00 Europe/Berlin",
            "tomorrow",
            "1764580000",
            "")
        .map(HostileValues::quoted)
        .collect(collectingAndThen(toList(), it -> with(it.stream(), "7", "[]", "{}", "true")));
  }

  private static List<String> ids() {
    return List.of(
        "null",
        "7",
        "\"7\"",
        "{}",
        "[0]",
        "[-1]",
        "[1.5]",
        "[1e3]",
        "[\"1\"]",
        "[true]",
        "[null]",
        "[[1]]",
        "[1,1]",
        "[9007199254740992]",
        "[9223372036854775808]",
        "[" + HUGE + "]",
        IntStream.rangeClosed(1, 101)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(",", "[", "]")));
  }

  private static List<String> tags() {
    return List.of(
        "null",
        "7",
        "\"tag\"",
        "{}",
        "[7]",
        "[null]",
        "[\"\"]",
        "[\" \"]",
        "[[\"a\"]]",
        "[\"a\",\"a\"]",
        "[\"a\\u0000\"]",
        "[" + quoted("x".repeat(51)) + "]",
        IntStream.rangeClosed(1, 21)
            .mapToObj(n -> quoted("t" + n))
            .collect(Collectors.joining(",", "[", "]")));
  }

  private static List<String> with(Stream<String> values, String... more) {
    return Stream.concat(values, Stream.of(more)).toList();
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
