package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.ARequest.faultyFieldsOf;
import static io.agencytasks.functions.http.ARequest.newTask;
import static io.agencytasks.functions.http.ARequest.newTaskWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.OnDependencyFailure;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Urgency;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of a new task: what it takes, and what it refuses. */
@Tag("US-001")
@Tag("NFR-021")
class NewTaskFieldsTest {
  private static final String FOUR_BYTES = "\uD83D\uDE80";

  static Stream<Arguments> sound() {
    return Stream.of(
        Arguments.of("title", text("a", 1)),
        Arguments.of("title", text(FOUR_BYTES, 500)),
        Arguments.of("title", "'a\\tb\\nc\\rd'"),
        Arguments.of("description", text("", 0)),
        Arguments.of("description", text(FOUR_BYTES, 5000)),
        Arguments.of("description", "null"),
        Arguments.of("category", text("c", 100)),
        Arguments.of("maxRetries", "0"),
        Arguments.of("maxRetries", "-0"),
        Arguments.of("maxRetries", "10"),
        Arguments.of("dependsOn", "[]"),
        Arguments.of("dependsOn", "[1, 9007199254740991]"),
        Arguments.of("dependsOn", numbers(100)),
        Arguments.of("tags", "[" + text(FOUR_BYTES, 50) + "]"),
        Arguments.of("tags", names(20)),
        Arguments.of("metadata", "null"),
        Arguments.of("metadata", "{}"),
        Arguments.of("metadata", "{'a': 1e-40, 'b': -0.0, 'c': 1e99}"),
        Arguments.of("metadata", "{'k': '" + "m".repeat(8 * 1024 - 8) + "'}"),
        Arguments.of("executionConfig", "{'k': '" + "m".repeat(16 * 1024 - 8) + "'}"),
        Arguments.of("deadline", "'0001-01-01T00:00:00Z'"),
        Arguments.of("deadline", "'9999-12-31T23:59:59.9999999Z'"),
        Arguments.of("deadline", "'2028-02-29T12:00:00.5+05:45'"),
        Arguments.of("deadline", "'2026-12-01T09:00-18:00'"),
        Arguments.of("scheduledFor", "null"));
  }

  @ParameterizedTest
  @MethodSource("sound")
  @Tag("FR-001.1")
  @Tag("FR-001.2")
  @Tag("FR-001.3")
  @Tag("FR-001.10")
  @Tag("FR-001.11")
  @Tag("FR-001.12")
  @Tag("FR-001.13")
  @Tag("FR-001.14")
  @Tag("FR-001.15")
  void a_field_within_its_bounds_is_taken(String field, String value) {
    assertThatCode(() -> newTaskWith(field, value)).doesNotThrowAnyException();
  }

  static Stream<Arguments> named() {
    return Stream.of(
            values(
                "taskType",
                "'browser_automation'",
                "'api_call'",
                "'notification'",
                "'reminder'",
                "'ghl_action'",
                "'data_extraction'",
                "'report_generation'",
                "'custom'"),
            values("priority", "'low'", "'medium'", "'high'", "'critical'"),
            values("urgency", "'normal'", "'soon'", "'urgent'", "'immediate'"),
            values("executionType", "'automatic'", "'manual_trigger'"),
            values("onDependencyFailure", "'block'", "'cancel'", "'run'"),
            values("onReviewExpiry", "'hold'"))
        .flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("named")
  @Tag("FR-001.4")
  @Tag("FR-001.5")
  @Tag("FR-001.6")
  @Tag("FR-001.9")
  void every_name_of_the_requirements_is_taken(String field, String value) {
    assertThatCode(() -> newTaskWith(field, value)).doesNotThrowAnyException();
  }

  static Stream<Arguments> faulty() {
    return Stream.of(
            texts("title", 500),
            texts("category", 100),
            values("title", "'  \\n '", "''", "null"),
            values("category", "' '", "''", "null"),
            texts("description", 5000),
            values("taskType", "null", "'API_CALL'", "'nothing'", "''", "1"),
            values("priority", "null", "'URGENT'", "2", "['low']"),
            values("urgency", "null", "'later'"),
            values("executionType", "null", "'Automatic'"),
            values("onDependencyFailure", "null", "'ignore'"),
            values("onReviewExpiry", "null", "'ignore'", "'reject'", "'escalate'"),
            values("reviewDeadline", "'2100-01-01T00:00:00Z'", "'2100-01-01'", "7"),
            values("assignedToBot", "null", "'true'", "1"),
            values("requiresHumanReview", "null", "0"),
            values("notifyOnComplete", "null", "'no'"),
            values("notifyOnFailure", "null", "{}"),
            values("maxRetries", "null", "-1", "11", "1.0", "3.5", "'3'", "1e0", "4294967299"),
            values("maxRetries", "1e400", "1E131072", "99999999999999999999", "[3]", "true"),
            values("dependsOn", "null", "7", "{}", "[0]", "[-1]", "[1.5]", "['7']", "[null]"),
            values("dependsOn", "[1.0]", "[9007199254740992]", "[18446744073709551617]", "[3, 3]"),
            values("dependsOn", numbers(101)),
            values("tags", "null", "'a'", "['']", "[' ']", "[1]", "[null]", "['a', 'a']"),
            values("tags", names(21), "[" + text("t", 51) + "]"),
            values("metadata", "[]", "'{}'", "1", "true"),
            values("metadata", "{'k': '" + "m".repeat(8 * 1024 - 7) + "'}"),
            values("executionConfig", "[]", "'{}'", "0"),
            values("executionConfig", "{'k': '" + "m".repeat(16 * 1024 - 7) + "'}"),
            stored("metadata"),
            stored("executionConfig"),
            times("deadline"),
            times("scheduledFor"))
        .flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("faulty")
  @Tag("FR-002.1")
  @Tag("FR-002.2")
  @Tag("FR-002.3")
  @Tag("FR-002.4")
  @Tag("FR-002.5")
  @Tag("FR-002.6")
  @Tag("FR-002.7")
  @Tag("FR-002.8")
  @Tag("FR-002.9")
  void a_field_beyond_its_bounds_is_refused_by_name(String field, String value) {
    assertThat(faultyFieldsOf(() -> newTaskWith(field, value))).containsExactly(field);
  }

  @Test
  @Tag("FR-001.3")
  @Tag("FR-001.5")
  @Tag("FR-001.6")
  @Tag("FR-001.7")
  @Tag("FR-001.8")
  @Tag("FR-001.9")
  void what_is_left_out_has_its_default() {
    var task = newTask("{'title': 'Call', 'taskType': 'api_call'}");

    assertThat(task.category()).isEqualTo(Category.GENERAL);
    assertThat(task.priority()).isEqualTo(Priority.MEDIUM);
    assertThat(task.urgency()).isEqualTo(Urgency.NORMAL);
    assertThat(task.executionType()).isEqualTo(ExecutionType.AUTOMATIC);
    assertThat(task.onDependencyFailure()).isEqualTo(OnDependencyFailure.BLOCK);
    assertThat(task.maxRetries()).isEqualTo(3);
    assertThat(task.assignedToBot()).isTrue();
    assertThat(task.requiresHumanReview()).isFalse();
    assertThat(task.notifyOnComplete()).isTrue();
    assertThat(task.notifyOnFailure()).isTrue();
    assertThat(task.tags()).isEmpty();
    assertThat(task.dependsOn()).isEmpty();
    assertThat(task.metadata()).isNull();
    assertThat(task.deadline()).isNull();
  }

  @Test
  void times_are_kept_to_the_microsecond_in_utc() {
    assertThat(newTaskWith("deadline", "'2026-12-01T09:00:00.1234567+02:00'").deadline())
        .hasToString("2026-12-01T07:00:00.123456Z");
  }

  private static Stream<Arguments> texts(String field, int most) {
    return values(
        field,
        text("x", most + 1),
        text(FOUR_BYTES, most + 1),
        "7",
        "{}",
        "'a\\u0000b'",
        "'a\\u001bb'",
        "'a\\u0085b'",
        "'\\ud800'",
        "'\\udc00\\ud800'");
  }

  private static Stream<Arguments> stored(String field) {
    return values(
        field,
        "{'a': 'x\\u0000'}",
        "{'\\u0000': 1}",
        "{'a': [{'b\\u0007': 1}]}",
        "{'a': ['\\u007f']}",
        "{'a': {'b': '\\ud800'}}",
        "{'\\udfff': 1}",
        "{'a': 1e400}",
        "{'a': 1e-400}",
        "{'a': [1E131072]}",
        "{'a': 1e999999999}",
        "{'a': 1%s}".formatted("0".repeat(100)));
  }

  private static Stream<Arguments> times(String field) {
    return values(
        field,
        "'2026-12-01'",
        "'2026-12-01T09:00:00'",
        "'2026-12-01 09:00:00Z'",
        "'0000-12-31T00:00:00Z'",
        "'0001-01-01T00:00:00+01:00'",
        "'9999-12-31T23:59:59-01:00'",
        "'+10000-01-01T00:00:00Z'",
        "'+999999999-12-31T23:59:59-18:00'",
        "'-999999999-01-01T00:00:00+18:00'",
        "'2026-12-31T23:59:60Z'",
        "'2026-12-31T24:00:00Z'",
        "'2026-02-29T00:00:00Z'",
        "'2026-12-01T09:00:00+19:00'",
        "'now'",
        "''",
        "1764579600",
        "true");
  }

  private static Stream<Arguments> values(String field, String... values) {
    return Stream.of(values).map(value -> Arguments.of(field, value));
  }

  private static String text(String character, int times) {
    return "'" + character.repeat(times) + "'";
  }

  private static String numbers(int count) {
    return IntStream.rangeClosed(1, count).boxed().toList().toString();
  }

  private static String names(int count) {
    return IntStream.range(0, count).mapToObj(n -> "'tag %d'".formatted(n)).toList().toString();
  }
}
