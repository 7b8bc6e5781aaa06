package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.ALaptop;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every task type that calls an address of a user's, with every way to write an address that is not
 * for users, on a laptop that may not call itself, as none may where it is deployed.
 */
class EverySinkTest {
  private static final int MANY = 150;

  /** Names that nobody has are looked for, and not found. */
  private static final Set<String> BLOCKED = Set.of("ADDRESS_BLOCKED", "HOST_NOT_FOUND");

  /** A configuration of each type, with {@code {url}} where it calls. */
  private static final Map<String, String> SINKS =
      Map.of(
          "api_call", "{'url': {url}, 'timeoutSeconds': 5}",
          "data_extraction", "{'url': {url}, 'fields': {'a': {'select': 'b'}}}",
          "custom", "{'url': {url}, 'secret': {'secretRef': 'signing'}}",
          "notification",
              "{'recipients': [{'webhook': {url}, 'secret': {'secretRef': 'signing'}}], 'text':"
                  + " 'Hi'}",
          "reminder",
              "{'email': false, 'webhook': {'url': {url}, 'secret': {'secretRef': 'signing'}}}");

  @TempDir private Path home;

  @Test
  void nothing_leads_inside() throws Exception {
    try (var canary = ServerSocketChannel.open().bind(new InetSocketAddress(0));
        var laptop = ALaptop.startedIn(home, 0, "--param", "AllowLoopbackTargets=false").ready()) {
      canary.configureBlocking(false);
      List<String> urls = forbidden(canary.socket().getLocalPort());
      assertThat(urls).hasSizeGreaterThanOrEqualTo(MANY).doesNotHaveDuplicates();
      Caller alice = Laptops.caller(laptop, "alice");
      alice.send(
          "PUT", "/v1/secrets/signing", "{\"value\":\"whsec_%s\"}".formatted("A".repeat(32)));

      Map<Long, String> accepted = new LinkedHashMap<>();
      for (var sink : SINKS.entrySet()) {
        for (String url : urls) {
          create(sink.getKey(), sink.getValue(), url, alice)
              .ifPresent(id -> accepted.put(id, sink.getKey() + " " + url));
        }
      }

      accepted.forEach(
          (id, what) -> {
            JsonNode task = alice.ended(id);
            assertThat(task.path("status").asText()).as(what).isEqualTo("failed");
            assertThat(BLOCKED)
                .as(what + ": " + task.path("lastError").asText())
                .contains(task.at("/executions/0/errorCode").asText());
          });
      assertThat(accepted.size()).isGreaterThan(urls.size() / 2 * SINKS.size());
      assertThat(canary.accept()).isNull();
    }
  }

  @Test
  void nor_does_the_address_that_gohighlevel_is_said_to_be_at() throws Exception {
    try (var canary = ServerSocketChannel.open().bind(new InetSocketAddress(0));
        var laptop =
            ALaptop.startedIn(
                    home,
                    0,
                    "--param",
                    "AllowLoopbackTargets=false",
                    "--param",
                    "GhlBaseUrl=http://127.0.0.1:" + canary.socket().getLocalPort())
                .ready()) {
      canary.configureBlocking(false);
      Caller alice = Laptops.caller(laptop, "alice");
      for (String secret : List.of("token", "location")) {
        alice.send("PUT", "/v1/secrets/" + secret, "{\"value\":\"%s\"}".formatted("A".repeat(20)));
      }

      long id =
          alice.create(
              ATask.of("ghl_action")
                  .withConfig("action", "'addTag'")
                  .withConfig("token", "{'secretRef':'token'}")
                  .withConfig("locationId", "{'secretRef':'location'}")
                  .withConfig("contactId", "'abcdefghijklmnopqrst'")
                  .withConfig("tags", "['vip']"));

      assertThat(alice.ended(id).at("/executions/0/errorCode").asText())
          .isEqualTo("ADDRESS_BLOCKED");
      assertThat(canary.accept()).isNull();
    }
  }

  /** Its id, unless the address was refused as soon as it was named. */
  private static Optional<Long> create(String type, String config, String url, Caller owner)
      throws Exception {
    ATask task = ATask.of(type);
    String quoted = new ObjectMapper().writeValueAsString(url);
    task.fields()
        .put("maxRetries", 0)
        .set(
            "executionConfig",
            new ObjectMapper().readTree(config.replace('\'', '"').replace("{url}", quoted)));
    HttpResponse<String> answer = owner.post("/v1/tasks", task.json());
    if (answer.statusCode() == 201) {
      return Optional.of(Caller.json(answer).path("id").asLong());
    }
    assertThat(answer.statusCode()).as(url + answer.body()).isEqualTo(400);
    assertThat(Caller.json(answer).at("/errors/0/field").asText()).startsWith("executionConfig.");
    return Optional.empty();
  }

  private static List<String> forbidden(int port) throws Exception {
    List<String> urls = new ArrayList<>();
    try (var list = EverySinkTest.class.getResourceAsStream("/forbidden-urls.json")) {
      new ObjectMapper()
          .readTree(list)
          .forEach(url -> urls.add(url.asText().replace("{port}", Integer.toString(port))));
    }
    return urls;
  }
}
