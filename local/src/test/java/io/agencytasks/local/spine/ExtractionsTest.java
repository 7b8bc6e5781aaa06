package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandler;
import io.agencytasks.local.SharedCloud;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks that take values of pages, from their creation to what became of them. */
class ExtractionsTest {
  private static final String PAGE =
      "<h1>Lamp</h1><p class=price>1.234,50</p><table><tr><td>a<td>1<tr><td>b<td>2</table>";
  private static final String PRICE =
      "'fields':{'price':{'select':'.price','as':'number','decimal':',','required':true}}";

  private final Caller caller = Caller.somebody();
  private Target target;

  @BeforeEach
  void listen() throws Exception {
    target = new Target();
  }

  @AfterEach
  void close() {
    target.close();
  }

  @Test
  void fields_are_in_the_result_and_tables_in_a_file() throws Exception {
    var tables =
        "'tables':{'t':{'select':'tr','columns':{'name':{'select':'td:nth-child(1)'},"
            + "'count':{'select':'td:nth-child(2)','as':'number'}}}}";

    JsonNode task = ended(target.answering("/lamp", page(PAGE)), PRICE + "," + tables);

    assertThat(task.path("status").asText()).as(task.toString()).isEqualTo("completed");
    assertThat(task.at("/result/fields/price").decimalValue()).isEqualByComparingTo("1234.50");
    assertThat(task.at("/result/tables/t/rows").asInt()).isEqualTo(2);
    assertThat(task.at("/executions/0/artifacts/0/name").asText()).isEqualTo("table-t.csv");
    assertThat(task.at("/executions/0/artifacts/0/contentType").asText()).isEqualTo("text/csv");
  }

  @Test
  void values_of_json_are_too() throws Exception {
    var url = target.answering("/orders", Target.reply(200, "{\"data\":[{\"id\":7}]}"));

    JsonNode task = ended(url, "'fields':{'id':{'pointer':'/data/0/id','required':true}}");

    assertThat(task.at("/result/fields/id").asInt()).isEqualTo(7);
  }

  @Test
  void a_page_without_what_is_required_fails_and_is_kept() throws Exception {
    JsonNode task = ended(target.answering("/other", page("<h1>Log in</h1>")), PRICE);

    assertThat(task.path("status").asText()).isEqualTo("failed");
    assertThat(task.at("/executions/0/errorCode").asText()).isEqualTo("FIELDS_MISSING");
    assertThat(task.path("lastError").asText())
        .isEqualTo(
            "localhost answered 200, text/html. It lacks price (nothing is there). The page is"
                + " kept as page.html.");
    assertThat(task.at("/executions/0/artifacts/0/name").asText()).isEqualTo("page.html");
    assertThat(task.path("executions")).hasSize(1);
  }

  @Test
  void a_busy_server_is_asked_again_and_one_that_refuses_is_not() throws Exception {
    var busy = target.answering("/busy", Target.reply(503, "{}"), page(PAGE));
    JsonNode task = ended(busy, PRICE);
    assertThat(task.path("status").asText()).isEqualTo("completed");
    assertThat(task.at("/executions/1/errorCode").asText()).isEqualTo("HTTP_503");

    JsonNode refused = ended(target.answering("/gone", Target.reply(410, "{}")), PRICE);
    assertThat(refused.path("status").asText()).isEqualTo("failed");
    assertThat(refused.at("/executions/0/errorCode").asText()).isEqualTo("HTTP_410");
    assertThat(target.calls("/gone")).isOne();
  }

  @Test
  void a_server_that_hangs_is_left_and_asked_again() throws Exception {
    var never = new CountDownLatch(1);
    var url = target.answering("/hangs", Target.heldBy(never), page(PAGE));

    JsonNode task = ended(url, PRICE + ",'timeoutSeconds':1");

    assertThat(task.path("status").asText()).isEqualTo("completed");
    assertThat(task.at("/executions/1/errorCode").asText()).isEqualTo("TIMED_OUT");
  }

  @Test
  void a_person_may_cancel_half_way() throws Exception {
    var gate = new CountDownLatch(1);
    long id = caller.create(task(target.answering("/held", Target.heldBy(gate)), PRICE));
    await().until(() -> target.calls("/held") == 1);

    caller.patch(id, "{'status':'cancelled'}");

    assertThat(caller.task(id).at("/executions/0/status").asText()).isEqualTo("cancelled");
    gate.countDown();
    await().until(() -> caller.task(id).at("/executions/0/completedAt").isTextual());
    assertThat(caller.task(id).path("status").asText()).isEqualTo("cancelled");
  }

  @Test
  void a_task_whose_worker_died_looks_again_and_asks_nobody() throws Exception {
    var gate = new CountDownLatch(1);
    long id =
        caller.create(task(target.answering("/dies", Target.heldBy(gate), page(PAGE)), PRICE));
    await().until(() -> target.calls("/dies") == 1);
    // As if nothing had been heard of its worker for a while.
    new Rows(SharedCloud.cloud().superuser())
        .of("update task_executions set lease_until = now() - interval '1s' where task_id = ?", id);

    assertThat(caller.post("/local/schedules/Sweep/fire", "").statusCode()).isEqualTo(200);

    JsonNode task = caller.ended(id);
    assertThat(task.path("status").asText()).isEqualTo("completed");
    assertThat(task.at("/executions/1/status").asText()).isEqualTo("lost");
    gate.countDown();
  }

  @Test
  void a_redirect_to_elsewhere_is_followed_without_the_credential() throws Exception {
    List<Headers> received = new CopyOnWriteArrayList<>();
    var elsewhere = target.answering("/there", noting(received, page(PAGE)));
    var other = elsewhere.toString().replace("localhost", "127.0.0.1");
    var moved = target.answering("/moved", noting(received, redirect(other)));
    caller.send("PUT", "/v1/secrets/shop", "{\"value\":\"swordfish\"}");

    JsonNode task = ended(moved, PRICE + ",'auth':{'type':'bearer','token':{'secretRef':'shop'}}");

    assertThat(task.path("status").asText()).as(task.toString()).isEqualTo("completed");
    assertThat(task.at("/result/redirects").asInt()).isOne();
    assertThat(received.getFirst().getFirst("Authorization")).isEqualTo("Bearer swordfish");
    assertThat(received.getLast()).doesNotContainKey("Authorization");
    assertThat(task.toString()).doesNotContain("swordfish");
  }

  @Test
  void what_is_wrong_with_a_configuration_is_told_where_it_is_created() throws Exception {
    var refused =
        caller.post(
            "/v1/tasks",
            task(target.uri("/"), "'fields':{'a':{'select':'[['},'b':{'pointer':'x'}}").json());

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("errors").findValuesAsText("field"))
        .containsExactly("executionConfig.fields.a.select", "executionConfig.fields.b.pointer");
  }

  private static HttpHandler page(String html) {
    return exchange -> {
      exchange.getResponseHeaders().set("content-type", "text/html");
      byte[] bytes = html.getBytes(UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  private static HttpHandler redirect(String location) {
    return exchange -> {
      exchange.getResponseHeaders().set("location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  private static HttpHandler noting(List<Headers> received, HttpHandler then) {
    return exchange -> {
      received.add(exchange.getRequestHeaders());
      then.handle(exchange);
    };
  }

  private JsonNode ended(URI url, String wanted) throws JsonProcessingException {
    return caller.ended(caller.create(task(url, wanted)));
  }

  private static ATask task(URI url, String wanted) throws JsonProcessingException {
    ATask task = ATask.of("data_extraction");
    var config = "{'url':'%s',%s}".formatted(url, wanted).replace('\'', '"');
    task.fields().set("executionConfig", new ObjectMapper().readTree(config));
    return task;
  }
}
