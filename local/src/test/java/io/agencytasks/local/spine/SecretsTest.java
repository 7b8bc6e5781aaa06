package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Caller.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets from their first value to their end, and the calls that they are for. */
class SecretsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRETS = "/v1/secrets";
  private static final String BEARER = "{'type':'bearer','token':{'secretRef':'crm'}}";

  private final Caller caller = Caller.somebody();
  private final List<Headers> received = new CopyOnWriteArrayList<>();
  private Target target;
  private URI url;

  @BeforeEach
  void listen() throws Exception {
    target = new Target();
    url = target.answering("/proven", this::receive);
  }

  @AfterEach
  void close() {
    target.close();
  }

  @Test
  void a_secret_is_put_listed_replaced_and_deleted_and_never_shown() {
    HttpResponse<String> created = put("crm", "swordfish");
    assertThat(created.statusCode()).isEqualTo(201);
    JsonNode first = json(created);
    assertThat(first.path("name").asText()).isEqualTo("crm");
    assertThat(first.path("updatedAt")).isEqualTo(first.path("createdAt"));
    assertThat(put("billing", "swordfish").statusCode()).isEqualTo(201);

    HttpResponse<String> replaced = put("crm", "swordfish");
    assertThat(replaced.statusCode()).isEqualTo(200);
    assertThat(json(replaced).path("createdAt")).isEqualTo(first.path("createdAt"));
    assertThat(time(json(replaced), "updatedAt")).isAfterOrEqualTo(time(first, "updatedAt"));

    HttpResponse<String> list = caller.get(SECRETS);
    assertThat(names(list)).containsExactly("billing", "crm");
    assertThat(json(list).at("/secrets/1")).isEqualTo(json(replaced));
    for (var answer : List.of(created, replaced, list)) {
      assertThat(answer.body()).doesNotContain("swordfish");
    }

    assertThat(delete("crm").body()).isEqualTo("{\"success\":true,\"name\":\"crm\"}");
    assertThat(delete("crm").statusCode()).isEqualTo(404);
    assertThat(names(caller.get(SECRETS))).containsExactly("billing");
    assertThat(put("crm", "another").statusCode()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'bearer','token':{'secretRef':'crm'}}|Authorization|Bearer swordfish",
        "{'type':'basic','username':'me','password':{'secretRef':'crm'}}|Authorization|Basic"
            + " bWU6c3dvcmRmaXNo",
        "{'type':'header','name':'X-Api-Key','value':{'secretRef':'crm'}}|X-Api-Key|swordfish",
        "{'type':'hmac','secret':{'secretRef':'crm'}}|X-Signature|b6bddbb0f4ff8cc607ee22c955b7ef593a6503b1c3e8fbe8f845ccfd85858de3",
      })
  void a_call_proves_whose_it_is(String auth, String header, String value) {
    put("crm", "swordfish");

    JsonNode task = ended(caller, auth);

    assertThat(task.path("status").asText()).as(task.toString()).isEqualTo("completed");
    assertThat(received).singleElement().extracting(it -> it.getFirst(header)).isEqualTo(value);
    assertThat(task.toString()).doesNotContain("swordfish");
    assertThat(caller.events(task.path("id").asLong()).toString()).doesNotContain("swordfish");
  }

  @Test
  void a_new_value_counts_from_the_next_attempt_on() {
    put("crm", "old");
    ended(caller, BEARER);
    put("crm", "new");
    ended(caller, BEARER);

    assertThat(received)
        .extracting(it -> it.getFirst("Authorization"))
        .containsExactly("Bearer old", "Bearer new");
  }

  @Test
  void two_users_with_the_same_name_have_two_secrets() {
    Caller other = Caller.somebody();
    put("crm", "mine");
    assertThat(put(other, "crm", "theirs").statusCode()).isEqualTo(201);

    ended(caller, BEARER);
    ended(other, BEARER);

    assertThat(received)
        .extracting(it -> it.getFirst("Authorization"))
        .containsExactly("Bearer mine", "Bearer theirs");
    assertThat(other.send("DELETE", SECRETS + "/crm", "").statusCode()).isEqualTo(200);
    assertThat(names(caller.get(SECRETS))).containsExactly("crm");
  }

  @Test
  void somebody_elses_secret_is_as_good_as_none() {
    Caller other = Caller.somebody();
    put(other, "crm", "theirs");

    JsonNode foreign = ended(caller, BEARER);
    JsonNode unknown = ended(caller, BEARER.replace("crm", "elf"));

    assertThat(received).isEmpty();
    assertThat(foreign.at("/executions/0/errorCode").asText()).isEqualTo("SECRET_NOT_FOUND");
    assertThat(unknown.at("/executions/0/errorCode").asText()).isEqualTo("SECRET_NOT_FOUND");
    assertThat(foreign.path("lastError").asText())
        .isEqualTo(
            "The call was not sent: you have no secret named crm. Put it with PUT"
                + " /v1/secrets/crm, then execute the task again.");
    assertThat(unknown.path("lastError").asText())
        .isEqualTo(foreign.path("lastError").asText().replace("crm", "elf"));
    assertThat(foreign.path("executions")).hasSize(1);
  }

  @Test
  void a_deleted_secret_is_used_no_more_and_one_put_later_is() {
    put("crm", "swordfish");
    delete("crm");
    JsonNode task = ended(caller, BEARER);
    assertThat(task.path("status").asText()).isEqualTo("failed");

    long id = task.path("id").asLong();
    put("crm", "again");
    caller.act(id, "execute", "");

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> caller.task(id).path("status").asText().equals("completed"));
    assertThat(received)
        .singleElement()
        .extracting(it -> it.getFirst("Authorization"))
        .isEqualTo("Bearer again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"line\\nbreak", "at the end\\n", "gr\u00fc\u00df dich"})
  void what_no_header_can_carry_is_not_sent(String value) {
    put("crm", value);

    JsonNode task = ended(caller, BEARER);

    assertThat(task.at("/executions/0/errorCode").asText()).isEqualTo("SECRET_UNUSABLE");
    assertThat(received).isEmpty();
  }

  @Test
  void credentials_written_out_are_refused_where_tasks_and_templates_are_made() {
    ATask task = ATask.calling(url);
    ObjectNode config = task.fields().withObject("/executionConfig");
    config.putObject("headers").put("Authorization", "Bearer swordfish");
    config.putObject("auth").put("type", "bearer").put("token", "swordfish");

    for (var refused :
        List.of(
            caller.post("/v1/tasks", task.json()),
            caller.post("/v1/templates", "{\"name\":\"A\",\"task\":%s}".formatted(task.json())))) {
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body())
          .contains("executionConfig.headers.Authorization", "executionConfig.auth.token")
          .contains("PUT /v1/secrets/{name}")
          .doesNotContain("swordfish");
    }
  }

  @Test
  void a_user_has_a_hundred_secrets_at_the_most_and_may_replace_them() {
    for (int i = 0; i < 100; i++) {
      assertThat(put("s" + i, "value").statusCode()).isEqualTo(201);
    }

    HttpResponse<String> refused = put("one-more", "value");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(json(refused).path("detail").asText()).startsWith("You have 100 secrets");
    assertThat(put("s17", "other").statusCode()).isEqualTo(200);
    assertThat(delete("s17").statusCode()).isEqualTo(200);
    assertThat(put("one-more", "value").statusCode()).isEqualTo(201);
    assertThat(names(caller.get(SECRETS))).hasSize(100);
  }

  private void receive(HttpExchange exchange) throws IOException {
    received.add(exchange.getRequestHeaders());
    Target.reply(200, "{}").handle(exchange);
  }

  private JsonNode ended(Caller owner, String auth) {
    ATask task = ATask.posting(url);
    ObjectNode config = task.fields().withObject("/executionConfig");
    config.set("auth", read(auth));
    config.set("body", read("{'amount':1}"));
    return owner.ended(owner.create(task));
  }

  private HttpResponse<String> put(String name, String value) {
    return put(caller, name, value);
  }

  private static HttpResponse<String> put(Caller owner, String name, String value) {
    return owner.send("PUT", SECRETS + "/" + name, "{\"value\":\"%s\"}".formatted(value));
  }

  private HttpResponse<String> delete(String name) {
    return caller.send("DELETE", SECRETS + "/" + name, "");
  }

  private static List<String> names(HttpResponse<String> list) {
    return json(list).path("secrets").findValuesAsText("name");
  }

  private static Instant time(JsonNode secret, String field) {
    return Instant.parse(secret.path(field).asText());
  }

  private static JsonNode read(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"').getBytes(UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
