package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates that make tasks by themselves. */
class ScheduledTemplatesTest {
  private static final String TEMPLATES = "/v1/templates";
  private static final String WHOLE = "'task':{'title':'A','taskType':'reminder'}";

  private final Caller caller = Caller.somebody();

  @Test
  void a_schedule_comes_back_whole_with_its_next_time() {
    JsonNode template =
        json(
            create(
                WHOLE
                    + ",'schedule':{'cron':'0 3 1 1"
                    + " *','timeZone':'Asia/Tokyo','start':'2098-06-01T00:00:00+02:00'}"));

    assertThat(template.path("schedule").toString().replace('"', '\''))
        .isEqualTo(
            "{'cron':'0 3 1 1"
                + " *','rate':null,'timeZone':'Asia/Tokyo','start':'2098-05-31T22:00:00Z',"
                + "'end':null,'overlap':'skip','catchUp':'one','enabled':true}");
    assertThat(template.path("nextRunAt").asText()).isEqualTo("2098-12-31T18:00:00Z");
    assertThat(template.path("lastRunAt").isNull()).isTrue();
    JsonNode again = json(caller.get(TEMPLATES + "/" + template.path("id").asLong()));
    assertThat(again).isEqualTo(template);
    assertThat(json(patch(again, "'schedule':" + again.path("schedule"))).path("schedule"))
        .isEqualTo(again.path("schedule"));
  }

  @Test
  void it_starts_now_unless_it_says_otherwise() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    JsonNode template = json(create(WHOLE + ",'schedule':{'rate':'PT90M'}"));

    Instant start = Instant.parse(template.at("/schedule/start").asText());
    assertThat(start).isBetween(now.minusSeconds(1), now.plusSeconds(30));
    assertThat(Instant.parse(template.path("nextRunAt").asText()))
        .isEqualTo(start.plus(Duration.ofMinutes(90)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | schedule.cron",
        "[] | schedule",
        "{'cron':'* * * * *','rate':'PT1M'} | schedule.rate",
        "{'cron':'0 0 30 2 *'} | schedule.cron",
        "{'cron':'* * * * * *'} | schedule.cron",
        "{'rate':'PT59S'} | schedule.rate",
        "{'rate':'PT1M','timeZone':'Mars/Olympus'} | schedule.timeZone",
        "{'rate':'PT1M','timeZone':'+02:00'} | schedule.timeZone",
        "{'rate':'PT1M','start':'2099-01-02T00:00:00Z','end':'2099-01-01T00:00:00Z'} |"
            + " schedule.end",
        "{'cron':'0 0 1 1 *','start':'2099-02-01T00:00:00Z','end':'2099-03-01T00:00:00Z'} |"
            + " schedule.end",
        "{'cron':'x','rate':1,'timeZone':'x','start':'x','end':'x','overlap':'x','catchUp':'x',"
            + "'enabled':'x','more':1}"
            + "| schedule.cron,schedule.rate,schedule.timeZone,schedule.start,schedule.end,"
            + "schedule.overlap,schedule.catchUp,schedule.enabled,schedule.more",
      })
  void every_fault_of_a_schedule_is_told(String schedule, String fields) {
    assertThat(UpdatingTest.fields(create(WHOLE + ",'schedule':" + schedule)))
        .containsExactlyInAnyOrder(fields.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | task.title,task.taskType",
        "{'title':'A','taskType':'api_call'} | task.executionConfig.url",
        "{'title':'A','taskType':'reminder','dependsOn':[1],'scheduledFor':'2099-01-01T00:00:00Z'}"
            + "| task.dependsOn,task.scheduledFor",
      })
  void with_a_schedule_it_must_be_a_whole_task_whenever_it_is_given_which(
      String task, String fields) {
    String schedule = "'schedule':{'rate':'P1D'}";
    JsonNode part = json(create("'task':" + task));
    JsonNode whole = json(create(WHOLE + "," + schedule));

    assertThat(UpdatingTest.fields(create("'task':%s,%s".formatted(task, schedule))))
        .containsExactlyInAnyOrder(fields.split(","));
    assertThat(UpdatingTest.fields(patch(part, schedule)))
        .containsExactlyInAnyOrder(fields.split(","));
    assertThat(UpdatingTest.fields(patch(whole, "'task':" + task)))
        .containsExactlyInAnyOrder(fields.split(","));
    assertThat(patch(whole, "'schedule':null,'task':" + task).statusCode()).isEqualTo(200);
  }

  @Test
  void null_takes_it_away_and_what_is_off_has_no_next_time() {
    JsonNode template = json(create(WHOLE + ",'schedule':{'rate':'PT1H'}"));

    JsonNode off = json(patch(template, "'schedule':{'rate':'PT1H','enabled':false}"));
    assertThat(off.at("/schedule/enabled").asBoolean()).isFalse();
    assertThat(off.path("nextRunAt").isNull()).isTrue();
    JsonNode gone = json(patch(template, "'schedule':null"));
    assertThat(gone.path("schedule").isNull()).isTrue();
    assertThat(gone.path("nextRunAt").isNull()).isTrue();
  }

  @Test
  void a_change_of_something_else_leaves_its_times_alone() {
    JsonNode template = json(create(WHOLE + ",'schedule':{'rate':'PT1H'}"));

    assertThat(json(patch(template, "'description':'B'")).path("nextRunAt"))
        .isEqualTo(template.path("nextRunAt"));
  }

  @Test
  void its_task_starts_within_a_second_of_its_time() throws Exception {
    try (var target = new Target()) {
      caller.ended(caller.create(ATask.calling(target.uri("/warm-up"))));
      Instant time = Instant.now().plusSeconds(4);
      String task = ATask.calling(target.uri("/recurring")).json();
      JsonNode template =
          json(create("'task':%s,'schedule':{'rate':'P1D','start':'%s'}".formatted(task, time)));

      caller.post("/local/schedules/Sweep/fire", "");

      JsonNode made =
          await().atMost(Duration.ofSeconds(30)).until(this::only, it -> it.size() == 1).path(0);
      JsonNode ended = caller.ended(made.path("id").asLong());
      assertThat(ended.path("sourceType").asText()).isEqualTo("scheduled");
      assertThat(ended.path("templateId")).isEqualTo(template.path("id"));
      assertThat(ended.path("occurrenceAt")).isEqualTo(template.path("nextRunAt"));
      assertThat(ended.path("scheduledFor")).isEqualTo(template.path("nextRunAt"));
      assertThat(Duration.between(time, Instant.parse(ended.path("startedAt").asText())))
          .isBetween(Duration.ZERO, Duration.ofMillis(1_500));
      assertThat(target.calls("/recurring")).isOne();
      JsonNode after = json(caller.get(TEMPLATES + "/" + template.path("id").asLong()));
      assertThat(after.path("lastRunAt")).isEqualTo(template.path("nextRunAt"));
      assertThat(after.path("version").asInt()).isOne();
    }
  }

  private JsonNode only() {
    return json(caller.get("/v1/tasks?sourceType=scheduled")).path("tasks");
  }

  private HttpResponse<String> create(String fields) {
    return caller.post(
        TEMPLATES, "{'name':'%s',%s}".formatted(UUID.randomUUID(), fields).replace('\'', '"'));
  }

  private HttpResponse<String> patch(JsonNode template, String fields) {
    return caller.send(
        "PATCH",
        TEMPLATES + "/" + template.path("id").asLong(),
        "{%s}".formatted(fields).replace('\'', '"'));
  }
}
