package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request with an Idempotency-Key may be sent as often as it takes. */
@Tag("NFR-013")
class RepeatedRequestsTest {
  private static final String TASKS = "/v1/tasks";
  private static final String BODY = ATask.idle().json();
  private static final String REPLAYED = "idempotency-replayed";

  private final Caller caller = Caller.somebody();

  @Test
  @Tag("NFR-006")
  void a_hundred_at_once_make_one_task_and_all_that_answer_say_the_same() throws Exception {
    List<HttpResponse<String>> answers = Together.times(100, () -> keyed("a", TASKS, BODY));

    List<HttpResponse<String>> created = with(201, answers);
    assertThat(created.size() + with(409, answers).size()).isEqualTo(100);
    assertThat(created.stream().map(HttpResponse::body).distinct()).hasSize(1);
    assertThat(created).filteredOn(answer -> !isReplayed(answer)).hasSize(1);
    assertThat(with(409, answers))
        .allSatisfy(answer -> assertThat(header(answer, "retry-after")).isEqualTo("1"));
    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  void a_repeat_reads_the_same_byte_for_byte_even_when_the_task_has_changed() {
    HttpResponse<String> first = keyed("a", TASKS, BODY);
    caller.patch(json(first).path("id").asLong(), "{'title':'Other'}");

    HttpResponse<String> repeat = keyed("a", TASKS, BODY);

    assertThat(repeat.statusCode()).isEqualTo(201);
    assertThat(repeat.body()).isEqualTo(first.body());
    assertThat(isReplayed(first)).isFalse();
    assertThat(isReplayed(repeat)).isTrue();
    for (String name : List.of("location", "etag", "content-type")) {
      assertThat(header(repeat, name)).isEqualTo(header(first, name));
    }
  }

  @Test
  void another_body_and_another_path_are_other_requests() {
    long id = json(keyed("a", TASKS, BODY)).path("id").asLong();

    List<HttpResponse<String>> others =
        List.of(
            keyed("a", TASKS, ATask.idle().with("title", "Other").json()),
            keyed("a", TASKS + "/" + id + "/clone", ""));

    assertThat(others)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
              assertThat(json(answer).path("code").asText()).isEqualTo("UNPROCESSABLE_CONTENT");
            });
    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  void everything_that_makes_or_changes_many_can_be_repeated() {
    long id = caller.create(ATask.idle());
    String template = "{\"name\":\"Idle\",\"task\":%s}".formatted(BODY);
    long kept = json(caller.post("/v1/templates", template)).path("id").asLong();
    Map<String, String> requests =
        Map.of(
            TASKS + "/" + id + "/clone", "{\"title\":\"Copy\"}",
            "/v1/templates/" + kept + "/tasks", "",
            TASKS + "/bulk", "{\"ids\":[%d],\"action\":\"execute\"}".formatted(id));

    requests.forEach(
        (path, body) -> {
          HttpResponse<String> first = keyed(path, path, body);
          HttpResponse<String> repeat = keyed(path, path, body);

          assertThat(first.statusCode()).as(first.body()).isIn(200, 201);
          assertThat(repeat.body()).isEqualTo(first.body());
          assertThat(repeat.statusCode()).isEqualTo(first.statusCode());
          assertThat(isReplayed(repeat)).isTrue();
        });

    assertThat(tasks()).isEqualTo(3);
    assertThat(caller.events(id)).hasSize(2);
  }

  @Test
  void a_refusal_of_what_only_the_database_knows_is_repeated_too() {
    String lacking = ATask.idle().after(9_007_199_254_740_990L).json();

    HttpResponse<String> first = keyed("a", TASKS, lacking);
    HttpResponse<String> repeat = keyed("a", TASKS, lacking);

    assertThat(UpdatingTest.fields(first)).containsExactly("dependsOn");
    assertThat(json(repeat).path("errors")).isEqualTo(json(first).path("errors"));
    assertThat(isReplayed(repeat)).isTrue();
  }

  @Test
  void a_body_that_is_not_valid_uses_no_key_up() {
    assertThat(keyed("a", TASKS, "{\"title\":\"\"}").statusCode()).isEqualTo(400);

    assertThat(keyed("a", TASKS, BODY).statusCode()).isEqualTo(201);
  }

  @Test
  void a_repeat_rings_again_since_the_first_may_have_died_before_it_rang() {
    String automatic = ATask.waiting().json();
    keyed("a", TASKS, automatic);
    long before = bellsThatWait();

    for (int repeat = 0; repeat < 3; repeat++) {
      keyed("a", TASKS, automatic);
    }

    await().atMost(Duration.ofSeconds(30)).until(() -> bellsThatWait() >= before + 3);
    assertThat(tasks()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "one\ttab"})
  void a_key_has_visible_characters_only(String key) {
    assertThat(UpdatingTest.fields(keyed(key, TASKS, BODY))).containsExactly("Idempotency-Key");
  }

  @Test
  void a_key_has_at_most_255_characters() {
    assertThat(UpdatingTest.fields(keyed("k".repeat(256), TASKS, BODY)))
        .containsExactly("Idempotency-Key");
    assertThat(keyed("k".repeat(255), TASKS, BODY).statusCode()).isEqualTo(201);
  }

  private HttpResponse<String> keyed(String key, String path, String body) {
    return caller.send("POST", path, body, Map.of("idempotency-key", key));
  }

  private int tasks() {
    return json(caller.get(TASKS)).path("total").asInt();
  }

  /** Nobody hears those of the browser's lane here. */
  private long bellsThatWait() {
    return json(caller.get("/local/status")).at("/queues/BrowserDoorbells/waiting").asLong();
  }

  private static List<HttpResponse<String>> with(int status, List<HttpResponse<String>> answers) {
    return answers.stream().filter(it -> it.statusCode() == status).toList();
  }

  private static boolean isReplayed(HttpResponse<String> answer) {
    return header(answer, REPLAYED).equals("true");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
