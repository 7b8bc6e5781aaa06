package io.agencytasks.functions.executors.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.report.ReportKind;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Tag;
import io.agencytasks.domain.task.TaskType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportConfigTest {
  private static final String NOVEMBER =
      "'from': '2026-11-01T00:00:00+01:00', 'to': '2026-12-01T00:00:00+01:00'";

  @Test
  void nothing_at_all_is_a_page_of_the_tasks_of_the_last_30_days_and_of_today() {
    var config = decode("{}");
    assertThat(config.kind()).isEqualTo(ReportKind.TASK_SUMMARY);
    assertThat(config.format()).isEqualTo(ReportFormat.HTML);
    assertThat(config.title()).isEmpty();
    assertThat(config.zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(config.period()).isEqualTo(new Period.LastDays(30, true));
    assertThat(decode("{'report': null, 'lastDays': null, 'status': null}")).isEqualTo(config);
  }

  @Test
  void everything_can_be_said() {
    var config =
        decode(
            """
            {'report': 'execution_log', 'format': 'pdf', 'title': 'Trouble', %s,
             'timeZone': 'Europe/Berlin', 'status': ['failed', 'lost'], 'priority': ['high'],
             'category': ['sales'], 'taskType': ['api_call'], 'tag': ['spring']}
            """
                .formatted(NOVEMBER));
    assertThat(config.kind()).isEqualTo(ReportKind.EXECUTION_LOG);
    assertThat(config.title()).hasValue("Trouble");
    assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(config.period())
        .isEqualTo(
            new Period.Between(
                Instant.parse("2026-10-31T23:00:00Z"), Instant.parse("2026-11-30T23:00:00Z")));
    assertThat(config.filter().statuses()).containsExactly("failed", "lost");
    assertThat(config.filter().priorities()).containsExactly(Priority.HIGH);
    assertThat(config.filter().taskTypes()).containsExactly(TaskType.API_CALL);
    assertThat(config.filter().tags()).containsExactly(new Tag("spring"));
  }

  @Test
  void all_faults_are_told_at_once_by_field() {
    assertFaults(
        """
        {'report': 'sales', 'format': 'xls', 'title': ' ', 'from': 'yesterday',
         'to': '2026-12-01T00:00:00', 'lastDays': 367, 'timeZone': '+01:00', 'status': ['done'],
         'priority': 'high', 'category': [], 'taskType': ['api_call', 7], 'tag': [''], 'rows': 3}
        """,
        "report",
        "format",
        "title",
        "from",
        "to",
        "lastDays",
        "lastDays",
        "timeZone",
        "status[0]",
        "priority",
        "category",
        "taskType[1]",
        "tag[0]",
        "rows");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T00:00:00Z, 2026-11-01T00:00:00Z, must be later than from",
    "2026-11-01T00:00:00+01:00, 2026-10-31T23:00:00Z, must be later than from",
    "2026-01-01T00:00:00Z, 2027-01-02T00:00:01Z, must be at most 366 days after from"
  })
  void a_time_range_is_more_than_nothing_and_366_days_at_the_most(
      String from, String to, String message) {
    assertThat(faults("{'from': '%s', 'to': '%s'}".formatted(from, to)))
        .containsExactly(new Fault("executionConfig.to", message));
  }

  @Test
  void a_range_of_366_days_will_do() {
    assertThat(faults("{'from': '2026-01-01T00:00Z', 'to': '2027-01-02T00:00Z'}")).isEmpty();
  }

  @Test
  void a_range_has_both_ends_and_no_last_days_beside_them() {
    assertFaults("{'from': '2026-01-01T00:00:00Z'}", "to");
    assertFaults("{'to': '2026-01-01T00:00:00Z'}", "from");
    assertFaults(
        "{%s, 'lastDays': 3, 'includeToday': false}".formatted(NOVEMBER),
        "lastDays",
        "includeToday");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'2026-02-30T00:00:00Z'",
        "'2026-11-01'",
        "'2026-11-01T25:00:00Z'",
        "'0000-11-01T00:00:00Z'",
        "'9999-01-01T00:00:00Z'",
        "'+12026-11-01T00:00:00Z'",
        "'2026-11-01T00:00:00[Europe/Berlin]'",
        "1764547200"
      })
  void what_is_no_time_with_an_offset_is_refused(String time) {
    assertFaults("{'from': %s, 'to': '2026-12-01T00:00:00Z'}".formatted(time), "from");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "367", "-1", "1.5", "'7'", "99999999999"})
  void last_days_are_1_to_366(String days) {
    assertFaults("{'lastDays': " + days + "}", "lastDays");
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "'Mars/Olympus'", "'CET+1'", "'europe/berlin'", "7"})
  void a_zone_is_one_of_the_IANA_database(String zone) {
    assertFaults("{'timeZone': " + zone + "}", "timeZone");
  }

  @ParameterizedTest
  @CsvSource({
    "task_summary, completed, approved",
    "execution_log, timed_out, queued",
    "review_evidence, rejected, completed"
  })
  void a_status_is_one_of_what_the_rows_are(String report, String good, String bad) {
    var config = "{'report': '%s', 'status': ['%s']}";
    assertThat(faults(config.formatted(report, good))).isEmpty();
    assertFaults(config.formatted(report, bad), "status[0]");
  }

  @Test
  void a_filter_has_at_most_20_values() {
    var twenty =
        IntStream.range(0, 20).mapToObj("'t%d'"::formatted).collect(Collectors.joining(","));
    assertThat(faults("{'tag': [" + twenty + "]}")).isEmpty();
    assertFaults("{'tag': [" + twenty + ", 'one more']}", "tag");
  }

  @Test
  void texts_have_bounds() {
    assertThat(faults("{'title': '" + "é".repeat(200) + "'}")).isEmpty();
    assertFaults("{'title': '" + "é".repeat(201) + "'}", "title");
    assertFaults("{'title': 'a\\u0000b'}", "title");
    assertFaults("{'category': ['" + "x".repeat(101) + "']}", "category[0]");
    assertFaults("{'tag': ['" + "x".repeat(51) + "']}", "tag[0]");
  }

  /** Any value in any field: a fault at the worst. */
  @Test
  void nothing_that_anybody_may_send_breaks_it() {
    var dice = new Random(5);
    var fields =
        List.of(
            "report",
            "format",
            "title",
            "from",
            "to",
            "lastDays",
            "includeToday",
            "timeZone",
            "status",
            "priority",
            "category",
            "taskType",
            "tag",
            "other");
    var values =
        List.of(
            "null",
            "true",
            "7",
            "-1",
            "1e400",
            "0.5",
            "''",
            "'html'",
            "'review_evidence'",
            "'UTC'",
            "'2026-11-01T00:00:00Z'",
            "'2027-11-01T00:00:00+18:00'",
            "'9999-99-99T99:99:99Z'",
            "'\\ud800'",
            "'" + "x".repeat(300) + "'",
            "[]",
            "['failed']",
            "['a', null, 3, {}, []]",
            "[['high']]",
            "{}",
            "{'secretRef': 'a'}",
            "['" + "y".repeat(200) + "']");
    for (int n = 0; n < 20_000; n++) {
      var json =
          fields.stream()
              .filter(field -> dice.nextInt(3) == 0)
              .map(field -> "'%s': %s".formatted(field, values.get(dice.nextInt(values.size()))))
              .collect(Collectors.joining(", ", "{", "}"));

      assertThat(faults(json)).allMatch(fault -> fault.field().startsWith("executionConfig."));
    }
  }

  private static ReportConfig decode(String json) {
    return ReportConfig.decode(json(json)).orElseThrow();
  }

  private static List<Fault> faults(String json) {
    return ReportConfig.decode(json(json)).allFaults();
  }

  private static void assertFaults(String json, String... fields) {
    assertThat(faults(json))
        .extracting(fault -> fault.field().replaceFirst("executionConfig\\.", ""))
        .containsExactlyInAnyOrder(fields);
  }

  /** JSON is easier to read here with single quotes. */
  private static Json json(String text) {
    return new Json(text.replace('\'', '"'));
  }
}
