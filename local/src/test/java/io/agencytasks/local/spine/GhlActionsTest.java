package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpHandler;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.ghl.GhlLocation;
import io.agencytasks.local.ghl.GhlStub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tasks do in GoHighLevel, against a server that holds them to its reference. */
class GhlActionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CREATE = "'action':'createContact','email':'a@b.example'";
  private static final String UPSERT = "'action':'upsertContact','email':'a@b.example'";

  private final Caller caller = Caller.somebody();
  private final GhlLocation location = GhlStub.shared().location();

  @BeforeEach
  void putSecrets() {
    put("ghl_token", location.token());
    put("ghl_location", location.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'action':'createContact','firstName':'Ann','phone':'+15550100','tags':['a'],'customFields':{'f1':'x'}|POST"
            + " /contacts/|{'contactId':'contact1'}",
        "'action':'upsertContact','email':'a@b.example','dnd':false|POST"
            + " /contacts/upsert|{'contactId':'contact1'}",
        "'action':'updateContact','contactId':'c1','city':'Rome'|PUT"
            + " /contacts/c1|{'contactId':'contact1'}",
        "'action':'searchContact','query':'Ann'|POST"
            + " /contacts/search|{'contactIds':['contact1','contact2']}",
        "'action':'addTag','contactId':'c1','tags':['vip']|POST /contacts/c1/tags|{}",
        "'action':'removeTag','contactId':'c1','tags':['vip']|DELETE /contacts/c1/tags|{}",
        "'action':'addNote','contactId':'c1','body':'Called'|POST"
            + " /contacts/c1/notes|{'noteId':'note1'}",
        "'action':'createTask','contactId':'c1','title':'Call','dueDate':'2027-01-01T09:00:00+01:00'|POST"
            + " /contacts/c1/tasks|{'taskId':'task1'}",
        "'action':'sendSms','contactId':'c1','message':'Hello'|POST"
            + " /conversations/messages|{'conversationId':'conversation1','messageId':'message1'}",
        "'action':'sendEmail','contactId':'c1','subject':'Hi','html':'<p>Hi</p>','emailCc':['b@c.example']|POST"
            + " /conversations/messages|{'conversationId':'conversation1','messageId':'message1'}",
        "'action':'createOpportunity','pipelineId':'p1','name':'Roof','contactId':'c1','monetaryValue':1200.5|POST"
            + " /opportunities/|{'opportunityId':'opportunity1'}",
        "'action':'moveOpportunity','opportunityId':'o1','pipelineStageId':'s2','status':'won'|PUT"
            + " /opportunities/o1|{'opportunityId':'opportunity1'}",
        "'action':'addToWorkflow','contactId':'c1','workflowId':'w1'|POST"
            + " /contacts/c1/workflow/w1|{}",
        "'action':'removeFromWorkflow','contactId':'c1','workflowId':'w1'|DELETE"
            + " /contacts/c1/workflow/w1|{}",
        "'action':'bookAppointment','calendarId':'k1','contactId':'c1','startTime':'2027-01-01T09:00:00Z'|POST"
            + " /calendars/events/appointments|{'appointmentId':'appointment1'}",
      })
  void each_action_is_done_as_the_reference_has_it(String action, String request, String ids)
      throws Exception {
    JsonNode task = caller.ended(caller.create(task(action)));

    assertThat(task.path("status").asText()).as(task.toString()).isEqualTo("completed");
    assertThat(location.requests()).containsExactly(request);
    assertThat(task.at("/result/ids")).isEqualTo(read(ids));
    assertThat(task.toString()).doesNotContain(location.token(), location.id());
  }

  @Test
  void a_contact_is_looked_for_by_its_addresses_too() throws Exception {
    JsonNode task =
        caller.ended(
            caller.create(
                task("'action':'searchContact','email':'a+b@c.example','phone':'+15550100'")));

    assertThat(task.at("/result/ids/contactId").asText()).isEqualTo("contact1");
    assertThat(location.requests())
        .containsExactly(
            "GET /contacts/search/duplicate?locationId=%s&email=a%%2Bb%%40c.example&number=%%2B15550100"
                .formatted(location.id()));
  }

  @ParameterizedTest
  @CsvSource({
    "400,bad",
    "401,check the token",
    "403,check the token",
    "404,check the ids",
    "409,bad",
    "422,bad",
  })
  void what_is_refused_is_not_tried_again_and_says_why(int status, String why) throws Exception {
    location.answering(
        GhlStub.reply(
            status, "{\"message\":[\"bad phone\",\"not in %s\"]}".formatted(location.id())));

    JsonNode task = caller.ended(caller.create(task(CREATE)));

    assertThat(task.path("status").asText()).isEqualTo("failed");
    assertThat(task.at("/executions/0/errorCode").asText()).isEqualTo("HTTP_" + status);
    assertThat(task.path("lastError").asText())
        .containsIgnoringCase(why)
        .endsWith("It says: bad phone; not in ***");
    assertThat(location.requests()).hasSize(1);
  }

  @Test
  void a_token_that_nobody_knows_is_given_up() throws Exception {
    put("ghl_token", "pit-forged");

    JsonNode task = caller.ended(caller.create(task(UPSERT)));

    assertThat(task.at("/executions/0/errorCode").asText()).isEqualTo("HTTP_401");
    assertThat(location.requests()).isEmpty();
  }

  @Test
  void a_secret_that_is_no_location_is_not_sent() throws Exception {
    put("ghl_location", "x/../y");

    JsonNode task = caller.ended(caller.create(task(UPSERT)));

    assertThat(task.at("/executions/0/errorCode").asText()).isEqualTo("SECRET_UNUSABLE");
    assertThat(location.requests()).isEmpty();
  }

  @Test
  void a_refusal_for_now_is_waited_out() throws Exception {
    location.answering(
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "1");
          GhlStub.reply(429, "{}").handle(exchange);
        });

    JsonNode task = caller.ended(caller.create(task(CREATE)));

    assertThat(task.path("status").asText()).isEqualTo("completed");
    assertThat(task.at("/executions/1/errorCode").asText()).isEqualTo("HTTP_429");
    assertThat(location.requests()).hasSize(2);
  }

  @Test
  void trouble_there_is_tried_again_where_that_does_no_harm() throws Exception {
    location.answering(GhlStub.reply(500, "{}"), GhlStub.reply(503, "{}"));

    JsonNode task = caller.ended(caller.create(task(UPSERT)));

    assertThat(task.path("status").asText()).isEqualTo("completed");
    assertThat(location.requests()).hasSize(3);
  }

  @Test
  void what_may_have_been_created_is_not_created_again_before_somebody_says_so() throws Exception {
    location.answering(GhlStub.reply(502, "{}"));
    long id = caller.create(task(CREATE));

    awaitInput(id);
    assertThat(location.requests()).hasSize(1);

    caller.act(id, "input", "{'input':'retry'}");
    assertThat(caller.ended(id).path("status").asText()).isEqualTo("completed");
  }

  @Test
  void no_answer_in_time_asks_for_a_message_and_repeats_an_update() throws Exception {
    var never = new CountDownLatch(1);
    location.answering(heldBy(never));
    long sms =
        caller.create(
            task("'action':'sendSms','contactId':'c1','message':'Hi','timeoutSeconds':1"));
    awaitInput(sms);
    assertThat(caller.task(sms).at("/executions/0/errorCode").asText()).isEqualTo("TIMED_OUT");

    location.answering(heldBy(never));
    JsonNode update =
        caller.ended(
            caller.create(
                task(
                    "'action':'updateContact','contactId':'c1','city':'Rome','timeoutSeconds':1")));
    assertThat(update.path("status").asText()).isEqualTo("completed");
    assertThat(location.requests()).hasSize(3);
  }

  @Test
  void a_person_may_cancel_half_way() throws Exception {
    var gate = new CountDownLatch(1);
    location.answering(heldBy(gate));
    long id = caller.create(task(UPSERT));
    await().until(() -> location.requests().size() == 1);

    caller.patch(id, "{'status':'cancelled'}");

    gate.countDown();
    assertThat(caller.ended(id).path("status").asText()).isEqualTo("cancelled");
    assertThat(location.requests()).hasSize(1);
  }

  @Test
  void after_a_worker_died_a_person_is_asked_about_a_new_contact_and_an_upsert_runs_again()
      throws Exception {
    var gate = new CountDownLatch(1);
    location.answering(heldBy(gate), heldBy(gate));
    long created = caller.create(task(CREATE));
    await().until(() -> location.requests().size() == 1);
    long upserted = caller.create(task(UPSERT));
    await().until(() -> location.requests().size() == 2);
    loseLeases(created, upserted);

    caller.post("/local/schedules/Sweep/fire", "");

    awaitInput(created);
    assertThat(caller.ended(upserted).path("status").asText()).isEqualTo("completed");
    assertThat(location.requests())
        .containsExactly("POST /contacts/", "POST /contacts/upsert", "POST /contacts/upsert");
    gate.countDown();
  }

  @Test
  void more_than_a_location_takes_is_done_later_each_once() throws Exception {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 115; i++) {
      ids.add(caller.create(task(UPSERT)));
    }

    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> location.requests().size() >= ids.size());

    for (long id : ids) {
      assertThat(caller.ended(id).path("status").asText()).isEqualTo("completed");
    }
    assertThat(location.requests()).hasSize(ids.size());
    assertThat(location.refused()).isLessThan(ids.size());
  }

  private static HttpHandler heldBy(CountDownLatch gate) {
    return exchange -> {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      GhlStub.reply(200, "{}").handle(exchange);
    };
  }

  private void awaitInput(long id) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> caller.task(id).path("status").asText().equals("waiting_input"));
  }

  /** As if nothing had been heard of their workers for a while. */
  private static void loseLeases(long... ids) throws Exception {
    var rows = new Rows(SharedCloud.cloud().superuser());
    for (long id : ids) {
      rows.of(
          "update task_executions set lease_until = now() - interval '1s' where task_id = ?", id);
    }
  }

  private void put(String name, String value) {
    caller.send("PUT", "/v1/secrets/" + name, "{\"value\":\"%s\"}".formatted(value));
  }

  private static ATask task(String action) throws JsonProcessingException {
    ATask task = ATask.of("ghl_action");
    var config = (ObjectNode) read("{" + action + "}");
    config.putObject("token").put("secretRef", "ghl_token");
    config.putObject("locationId").put("secretRef", "ghl_location");
    task.fields().set("executionConfig", config);
    return task;
  }

  private static JsonNode read(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
