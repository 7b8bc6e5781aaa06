package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Endpoint.accepts;
import static io.agencytasks.local.spine.Endpoint.awaitHandedOver;
import static io.agencytasks.local.spine.Endpoint.awaitStatus;
import static io.agencytasks.local.spine.Endpoint.callBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.SharedCloud;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks that an endpoint has taken on, and what it tells of them later. */
class CallbacksOverHttpTest {
  private static final String DONE = "{'outcome':'done','summary':'All','result':{'n':7}}";

  private final Caller caller = Caller.somebody();
  private final Rows rows = new Rows(SharedCloud.cloud().superuser());
  private Endpoint endpoint;

  @BeforeEach
  void listen() throws Exception {
    endpoint = new Endpoint();
  }

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void a_task_goes_on_without_a_worker_tells_how_far_it_is_and_is_done() {
    long id = Endpoint.create(caller, endpoint.task(accepts()));
    JsonNode waiting = awaitHandedOver(caller, id);
    assertThat(waiting.path("status").asText()).isEqualTo("in_progress");
    assertThat(waiting.at("/executions/0/status").asText()).isEqualTo("started");
    var message = endpoint.message(1);

    var told =
        callBack(
            message,
            "{'progress':{'total':3,'completed':1,'current':'Page 2','message':'Page 1 is"
                + " empty'}}");

    assertThat(told.body()).isEqualTo("{\"accepted\":true}");
    JsonNode execution = caller.task(id).at("/executions/0");
    assertThat(execution.path("stepsTotal").asInt()).isEqualTo(3);
    assertThat(execution.path("stepsCompleted").asInt()).isOne();
    assertThat(execution.path("currentStep").asText()).isEqualTo("Page 2");

    assertThat(callBack(message, DONE).statusCode()).isEqualTo(200);

    JsonNode done = caller.task(id);
    assertThat(done.path("status").asText()).isEqualTo("completed");
    assertThat(done.path("statusReason").isNull()).isTrue();
    assertThat(done.at("/result/n").asInt()).isEqualTo(7);
    assertThat(done.path("executions")).hasSize(1);
    assertThat(Endpoint.log(done))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("Posting the task to localhost"),
            line -> assertThat(line).isEqualTo("POST localhost answered 202."),
            line -> assertThat(line).startsWith("Waiting for its callback until "),
            line -> assertThat(line).isEqualTo("Page 1 is empty"),
            line -> assertThat(line).isEqualTo("It was called back, and told how it ended."));
    assertThat(caller.events(id).getLast().path("actor").asText()).isEqualTo("callback");
    assertThat(callBack(message, DONE).statusCode()).isEqualTo(404);
  }

  @Test
  void what_waits_for_it_runs_when_it_is_done() {
    long id = Endpoint.create(caller, endpoint.task(accepts()));
    awaitHandedOver(caller, id);
    long next = caller.create(endpoint.task(Endpoint.says("{'outcome':'done'}")).after(id));

    callBack(endpoint.message(1), DONE);

    assertThat(caller.ended(next).path("status").asText()).isEqualTo("completed");
  }

  @Test
  void a_question_and_a_failure_may_be_told_later_too() {
    long id = Endpoint.create(caller, endpoint.task(accepts()));
    callBack(endpoint.message(1), "{'outcome':'needs_input','prompt':'The code?'}");
    awaitStatus(caller, id, "waiting_input");

    caller.act(id, "input", "{'input':'493021'}");

    assertThat(endpoint.message(2).body().path("input").asText()).isEqualTo("493021");
    callBack(endpoint.message(2), "{'outcome':'retry','message':'Wrong code','afterSeconds':0}");
    var third = endpoint.message(3);
    callBack(third, "{'outcome':'give_up','code':'LOCKED','message':'Too many codes.'}");
    JsonNode failed = caller.ended(id);
    assertThat(failed.path("status").asText()).isEqualTo("failed");
    assertThat(failed.path("lastError").asText()).isEqualTo("Too many codes.");
    assertThat(
            Stream.of(0, 1, 2)
                .map(n -> failed.at("/executions/%d/triggeredBy".formatted(n)).asText()))
        .containsExactly("callback", "input", "automatic");
  }

  @Test
  void a_callback_may_be_faster_than_the_answer() {
    List<Integer> answers = new CopyOnWriteArrayList<>();
    ATask task =
        endpoint.task(
            exchange -> {
              answers.add(callBack(endpoint.latest(), DONE).statusCode());
              accepts().handle(exchange);
            });

    JsonNode done = caller.ended(Endpoint.create(caller, task));

    assertThat(done.path("status").asText()).isEqualTo("completed");
    await().until(() -> answers.equals(List.of(200)));
    assertThat(Endpoint.log(done)).hasSize(2);
  }

  @Test
  void of_callbacks_at_once_one_is_taken() throws Exception {
    long id = Endpoint.create(caller, endpoint.task(accepts()));
    var message = endpoint.message(1);

    List<Integer> answers = Together.times(8, () -> callBack(message, DONE).statusCode());

    assertThat(answers).containsOnlyOnce(200).containsOnly(200, 404);
    assertThat(caller.events(id))
        .filteredOn(it -> it.path("actor").asText().equals("callback"))
        .hasSize(1);
  }

  @Test
  void a_cancelled_task_is_told_so_by_its_callback() {
    long id = Endpoint.create(caller, endpoint.task(accepts()));
    awaitHandedOver(caller, id);
    assertThat(caller.patch(id, "{'status':'cancelled'}").statusCode()).isEqualTo(200);

    var late = callBack(endpoint.message(1), "{'progress':{'total':2,'completed':1}}");

    assertThat(late.statusCode()).isEqualTo(404);
    assertThat(callBack(endpoint.message(1), DONE).statusCode()).isEqualTo(404);
    JsonNode task = caller.task(id);
    assertThat(task.path("status").asText()).isEqualTo("cancelled");
    assertThat(task.at("/executions/0/status").asText()).isEqualTo("cancelled");
    assertThat(Endpoint.log(task)).isNotEmpty();
  }

  @Test
  void where_no_callback_came_in_time_a_person_is_asked_and_a_late_one_is_refused()
      throws Exception {
    long id = Endpoint.create(caller, endpoint.task(accepts()));
    awaitHandedOver(caller, id);
    // As if its time had passed.
    rows.of(
        """
        update task_executions
        set lease_until = now() - interval '1s', callback_until = now() - interval '1s'
        where task_id = ?
        """,
        id);
    assertThat(callBack(endpoint.message(1), DONE).statusCode()).isEqualTo(404);

    caller.post("/local/schedules/Sweep/fire", "");

    JsonNode task = awaitStatus(caller, id, "waiting_input");
    assertThat(task.path("statusReason").asText())
        .isEqualTo("It may have run: retry, mark done, or cancel?");
    assertThat(task.path("lastError").asText()).startsWith("No callback came by 20");
    assertThat(task.at("/executions/0/status").asText()).isEqualTo("timed_out");
    assertThat(callBack(endpoint.message(1), DONE).statusCode()).isEqualTo(404);
    caller.act(id, "input", "{'input':'mark done'}");
    assertThat(caller.task(id).path("status").asText()).isEqualTo("completed");
  }

  @Test
  void a_token_is_good_for_its_own_task_only() {
    ATask accepted = endpoint.task(accepts());
    long mine = Endpoint.create(caller, accepted);
    Caller somebodyElse = Caller.somebody();
    long theirs = Endpoint.create(somebodyElse, accepted);
    awaitHandedOver(caller, mine);
    awaitHandedOver(somebodyElse, theirs);
    var first = endpoint.message(1);
    boolean isMine = first.body().path("taskId").asLong() == mine;

    assertThat(callBack(isMine ? first : endpoint.message(2), DONE).statusCode()).isEqualTo(200);

    assertThat(caller.task(mine).path("status").asText()).isEqualTo("completed");
    assertThat(somebodyElse.task(theirs).path("status").asText()).isEqualTo("in_progress");
  }

  @Test
  void what_was_used_and_what_never_was_a_token_are_answered_alike() {
    Endpoint.create(caller, endpoint.task(accepts()));
    var message = endpoint.message(1);
    String token = message.token();
    callBack(message, DONE);

    List<HttpResponse<String>> refused =
        Stream.of(token, (token.startsWith("A") ? "B" : "A") + token.substring(1), token + "x", "x")
            .map(it -> Caller.with("").post("/v1/callbacks/" + it, "{\"outcome\":\"done\"}"))
            .toList();

    assertThat(refused).extracting(HttpResponse::statusCode).containsOnly(404);
    assertThat(refused.stream().map(CallbacksOverHttpTest::anonymous).distinct()).hasSize(1);
  }

  @Test
  void a_token_is_told_to_nobody_else() throws Exception {
    long id = Endpoint.create(caller, endpoint.task(accepts()));
    awaitHandedOver(caller, id);
    String token = endpoint.message(1).token();

    assertThat(
            Stream.of("", "/executions", "/events", "/readiness")
                .map(part -> caller.get("/v1/tasks/" + id + part).body()))
        .noneMatch(body -> body.contains(token));
    assertThat(rows.of("select to_jsonb(e) from task_executions e where task_id = ?", id))
        .noneMatch(row -> row.contains(token));
  }

  private static String anonymous(HttpResponse<String> answer) {
    return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
  }
}
