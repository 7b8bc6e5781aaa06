package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.SharedCloud;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Messages that belong together, and tasks that wait for what is said in them. */
class ConversationsTest {
  private static final String RULES =
      """
      {"mapping": {"title": "/text", "sender": "/from", "conversation": "/thread", "description": "/text"},
       "repliesAreInput": %s}
      """;

  private final Caller caller = Caller.somebody();
  private final Rows rows = new Rows(SharedCloud.cloud().superuser());

  @Test
  void what_has_a_thread_in_common_is_one_conversation() {
    var hook = Hook.signed(caller, RULES.formatted(false));
    hook.sign("1", "{\"text\":\"First\",\"from\":\"ann\",\"thread\":\"t1\"}");
    hook.sign("2", "{\"text\":\"Second\",\"from\":\"bob\",\"thread\":\"t1\"}");
    hook.sign("3", "{\"text\":\"Other\",\"from\":\"ann\",\"thread\":\"t2\"}");

    JsonNode list = Caller.json(caller.get("/v1/conversations"));
    long latest = list.at("/conversations/0/id").asLong();
    long first = list.at("/conversations/1/id").asLong();

    assertThat(list.path("total").asInt()).isEqualTo(2);
    assertThat(list.at("/conversations/1/counterpart").asText()).isEqualTo("ann");
    JsonNode said = Caller.json(caller.get("/v1/conversations/" + first));
    assertThat(said.path("messages")).hasSize(2);
    assertThat(said.at("/messages/0/task/title").asText()).isEqualTo("Second");
    assertThat(said.at("/messages/1/sender").asText()).isEqualTo("ann");
    assertThat(Caller.json(caller.get("/v1/conversations/" + latest)).path("total").asInt())
        .isEqualTo(1);
  }

  @Test
  void a_reply_is_the_input_of_the_task_that_asked() throws Exception {
    var hook = Hook.signed(caller, RULES.formatted(true));
    long task = taskOf(hook.sign("1", "{\"text\":\"Book a table\",\"from\":\"ann\"}"));
    asks(task);

    HttpResponse<String> reply = hook.sign("2", "{\"text\":\"At eight\",\"from\":\"ann\"}");
    HttpResponse<String> more = hook.sign("3", "{\"text\":\"Thanks\",\"from\":\"ann\"}");

    assertThat(taskOf(reply)).isEqualTo(task);
    assertThat(taskOf(more)).isNotEqualTo(task);
    assertThat(rows.of("select input from agency_tasks where id = ?", task))
        .containsExactly("\"At eight\"");
    assertThat(caller.events(task))
        .filteredOn(event -> event.path("fromStatus").asText().equals("waiting_input"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.path("actor").asText()).isEqualTo("webhook");
              assertThat(event.path("toStatus").asText()).isEqualTo("pending");
            });
    assertThat(hook.sign("2", "{\"text\":\"At eight\",\"from\":\"ann\"}").body())
        .isEqualTo(reply.body());
  }

  @Test
  void two_replies_at_once_are_one_input_and_one_task() throws Exception {
    var hook = Hook.signed(caller, RULES.formatted(true));
    long task = taskOf(hook.sign("1", "{\"text\":\"Book a table\",\"from\":\"ann\"}"));
    asks(task);
    var number = new AtomicInteger(1);

    List<HttpResponse<String>> replies =
        Together.times(
            2,
            () ->
                hook.sign(
                    Integer.toString(number.incrementAndGet()),
                    "{\"text\":\"At eight\",\"from\":\"ann\"}"));

    assertThat(replies)
        .extracting(ConversationsTest::taskOf)
        .filteredOn(id -> id == task)
        .hasSize(1);
  }

  @Test
  void where_the_webhook_does_not_allow_it_a_reply_is_a_task() throws Exception {
    var hook = Hook.signed(caller, RULES.formatted(false));
    long task = taskOf(hook.sign("1", "{\"text\":\"Book a table\",\"from\":\"ann\"}"));
    asks(task);

    assertThat(taskOf(hook.sign("2", "{\"text\":\"At eight\",\"from\":\"ann\"}")))
        .isNotEqualTo(task);
    assertThat(caller.task(task).path("status").asText()).isEqualTo("waiting_input");
  }

  @Test
  void a_stranger_does_not_answer_for_somebody_else() throws Exception {
    var hook = Hook.signed(caller, RULES.formatted(true));
    long task = taskOf(hook.sign("1", "{\"text\":\"Book a table\",\"from\":\"ann\"}"));
    asks(task);

    assertThat(taskOf(hook.sign("2", "{\"text\":\"At nine\",\"from\":\"bob\"}")))
        .isNotEqualTo(task);
  }

  /** As if its executor had asked. */
  private void asks(long task) throws Exception {
    for (String status : List.of("in_progress", "waiting_input")) {
      rows.of("update agency_tasks set status = ? where id = ?", status, task);
    }
  }

  private static long taskOf(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return Caller.json(answer).path("taskId").asLong();
  }
}
