package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.ALaptop;
import io.agencytasks.local.SharedCloud;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports, from the request to the file behind its link. */
class ReportsTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String STARTED =
      "select count(*) from task_executions where status = 'started'";

  private static final String MANY =
      """
      insert into agency_tasks (user_id, source_type, title, task_type, lane, execution_type)
      select user_id, source_type, 'Task ' || n, task_type, lane, 'manual_trigger'
      from agency_tasks
      cross join generate_series(1, 30000) n
      """;

  private final Caller alice = Caller.somebody();

  @ParameterizedTest
  @CsvSource({
    "csv, text/csv;charset=utf-8, 'id,title,taskType'",
    "json, application/json, '{\"report\":\"task_summary\"'",
    "html, text/html;charset=utf-8, <!doctype html>",
    "pdf, application/pdf, %PDF-1."
  })
  void a_report_is_a_file_behind_a_link(String format, String type, String begin) throws Exception {
    alice.create(ATask.idle().with("title", "An offer"));

    var task = alice.ended(alice.create(report("{'format':'%s'}".formatted(format))));

    assertThat(task.path("status").asText()).as(task.toString()).isEqualTo("completed");
    assertThat(task.path("resultSummary").asText())
        .startsWith("Task summary, ")
        .endsWith(": 2 tasks, " + format.toUpperCase(Locale.ENGLISH));
    assertThat(task.at("/result/rows").asInt()).isEqualTo(2);
    assertThat(task.at("/result/byStatus/in_progress").asInt()).isOne();
    var artifact = task.at("/executions/0/artifacts/0");
    assertThat(artifact.path("name")).isEqualTo(task.at("/result/artifact/name"));
    var file = fetched(artifact);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("content-type")).hasValue(type);
    assertThat(file.body()).startsWith(begin);
  }

  @Test
  void nobody_finds_anothers_tasks_in_a_report() throws Exception {
    Caller.somebody().create(ATask.idle().with("title", "Of somebody else"));

    var file = file(alice, "{'format':'csv'}");

    assertThat(file.lines()).hasSize(2);
    assertThat(file).doesNotContain("Of somebody else");
  }

  @Test
  void a_report_of_nothing_is_a_report_too() throws Exception {
    var task =
        alice.ended(
            alice.create(
                report(
                    "{'format':'csv','from':'2001-01-01T00:00:00Z','to':'2001-02-01T00:00:00Z'}")));

    assertThat(task.path("resultSummary").asText())
        .isEqualTo("Task summary, 1–31 Jan 2001: 0 tasks, CSV");
    assertThat(fetched(task.at("/executions/0/artifacts/0")).body().lines()).hasSize(1);
  }

  @Test
  void a_task_made_at_midnight_is_of_the_day_that_begins_there() throws Exception {
    long task = alice.create(ATask.idle().with("title", "At midnight"));
    new Rows(SharedCloud.cloud().superuser())
        .of("update agency_tasks set created_at = '2026-03-28T23:00:00Z' where id = ?", task);
    var day =
        "{'format':'json','from':'2026-03-%s+01:00','to':'2026-03-%s','timeZone':'Europe/Berlin'}";

    var before = file(alice, day.formatted("28T00:00:00", "29T00:00:00+01:00"));
    var after = file(alice, day.formatted("29T00:00:00", "30T00:00:00+02:00"));

    assertThat(before).doesNotContain("At midnight");
    assertThat(after)
        .contains("\"createdAt\":\"2026-03-29T00:00:00.000+01:00\"", "\"2026-03-29\":1");
  }

  @Test
  void an_execution_log_has_every_attempt() throws Exception {
    try (var target = new Target()) {
      var url = target.answering("/busy", Target.reply(503, "{}"), Target.reply(200, "{}"));
      alice.ended(alice.create(ATask.calling(url).with("title", "A call")));
    }

    var lines = file(alice, "{'report':'execution_log','format':'csv'}").lines().toList();

    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).contains(",A call,1,automatic,", ",failed,HTTP_503,");
    assertThat(lines.get(2)).contains(",A call,2,retry,", ",succeeded,");
    assertThat(file(alice, "{'report':'execution_log','format':'csv','status':['failed']}").lines())
        .hasSize(2);
  }

  @Test
  void review_evidence_says_who_decided_what_when_and_about_what() throws Exception {
    long task = alice.create(ATask.idle().awaitingReview().with("title", "=First"));
    alice.act(task, "approve", "{'notes':'Looks right'}");
    alice.patch(task, "{'title':'Second'}");
    alice.act(task, "reject", "{'reason':'Not so'}");
    alice.create(ATask.idle().awaitingReview());

    var rows = rows(file(alice, "{'report':'review_evidence','format':'json'}"));

    assertThat(rows)
        .extracting(
            row -> row.path("title").asText(),
            row -> row.path("decision").asText(),
            row -> row.path("notes").asText())
        .containsExactly(
            tuple("=First", "approved", "Looks right"),
            tuple("Second", "reopened", "What was approved has changed, or review was switched on"),
            tuple("Second", "rejected", "Rejected: Not so"));
    assertThat(rows).allMatch(row -> row.path("decidedBy").asText().startsWith("somebody-"));
    assertThat(rows.get(0).path("contentHash").asText()).hasSize(64);
    assertThat(rows.get(1).path("contentHash")).isEqualTo(rows.get(0).path("contentHash"));
    assertThat(rows.get(2).path("contentHash")).isNotEqualTo(rows.get(0).path("contentHash"));
    assertThat(
            rows(file(alice, "{'report':'review_evidence','format':'json','status':['rejected']}")))
        .hasSize(1);
  }

  @Test
  void a_configuration_with_faults_is_refused_when_it_is_made() throws Exception {
    var refused = alice.post("/v1/tasks", report("{'format':'doc','lastDays':0}").json());

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Caller.json(refused).path("errors").findValuesAsText("field"))
        .containsExactly("executionConfig.format", "executionConfig.lastDays");
  }

  @Test
  void a_report_whose_worker_was_killed_is_made_again(@TempDir Path home) throws Exception {
    long task;
    try (var laptop = started(home)) {
      var somebody = Laptops.caller(laptop, "alice");
      somebody.create(ATask.idle());
      Laptops.rows(laptop).of(MANY);
      task = somebody.create(report("{'format':'json'}"));
      await()
          .pollInterval(Duration.ofMillis(20))
          .until(() -> Laptops.rows(laptop).of(STARTED).contains("1"));

      Laptops.kill(laptop);
    }

    try (var laptop = started(home)) {
      var somebody = Laptops.caller(laptop, "alice");
      await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> somebody.task(task).path("status").asText().equals("completed"));

      var shown = somebody.task(task);
      assertThat(shown.at("/executions/1/status").asText()).isEqualTo("lost");
      assertThat(rows(fetched(shown.at("/executions/0/artifacts/0")).body())).hasSize(30_002);
    }
  }

  /** With leases that are soon over. */
  private static ALaptop started(Path home) throws Exception {
    return ALaptop.startedIn(home, 0, "--param", "LeaseSeconds=10").ready();
  }

  private static String file(Caller caller, String config) throws Exception {
    var task = caller.ended(caller.create(report(config)));
    assertThat(task.path("status").asText()).as(task.toString()).isEqualTo("completed");
    return fetched(task.at("/executions/0/artifacts/0")).body();
  }

  private static HttpResponse<String> fetched(JsonNode artifact) throws Exception {
    var link = URI.create(artifact.path("url").asText());
    return HTTP.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
  }

  private static List<JsonNode> rows(String json) throws Exception {
    return JSON.readTree(json).path("rows").valueStream().toList();
  }

  /** JSON is easier to read here with single quotes. */
  private static ATask report(String config) throws Exception {
    ObjectNode fields = ATask.of("report_generation").fields();
    fields.set("executionConfig", JSON.readTree(config.replace('\'', '"')));
    return new ATask(fields);
  }
}
