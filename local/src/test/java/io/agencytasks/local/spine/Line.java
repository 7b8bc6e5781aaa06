package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A number of somebody's, whose text messages become tasks. */
record Line(Caller caller, String number, long id) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String IDLE =
      """
      {"taskType": "browser_automation", "executionType": "manual_trigger",
       "executionConfig": {"steps": [{"do": "goto", "url": "https://example.com/"}]}}
      """;

  /** A number that nobody has, with tasks that wait to be told to run. */
  static Line of(Caller caller) {
    return of(caller, freshNumber(), IDLE, "{}");
  }

  static Line of(Caller caller, String number, String defaults, String rules) {
    HttpResponse<String> created =
        caller.post(
            "/v1/webhooks",
            """
            {"name": "Calls", "channel": "sms", "address": "%s", "defaults": %s, "rules": %s}
            """
                .formatted(number, defaults, rules));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return new Line(caller, number, Caller.json(created).path("id").asLong());
  }

  static Line withRules(Caller caller, String rules) {
    return of(caller, freshNumber(), IDLE, rules);
  }

  static Line sameNumber(Caller caller, Line other) {
    return of(caller, other.number, IDLE, "{}");
  }

  static String freshNumber() {
    return "+1" + ThreadLocalRandom.current().nextLong(2_000_000_000L, 9_999_999_999L);
  }

  String path() {
    return "/v1/webhooks/" + id;
  }

  /** Sends a text, and gives back what it came to. */
  JsonNode text(String from, String text) {
    String id = UUID.randomUUID().toString();
    HttpResponse<String> taken = send(from, text, id);
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    assertThat(Caller.json(taken).path("id").asText()).isEqualTo(id);
    return message(id);
  }

  HttpResponse<String> send(String from, String text, String id) {
    return caller.post(
        "/local/inbound/sms",
        JSON.createObjectNode()
            .put("from", from)
            .put("to", number)
            .put("text", text)
            .put("id", id)
            .toString());
  }

  /** A message by what the operator calls it, once it is there. */
  JsonNode message(String id) {
    return await("text " + id)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> found(id), found -> !found.isMissingNode());
  }

  JsonNode messages() {
    return Caller.json(caller.get(path() + "/messages?limit=100")).path("messages");
  }

  private JsonNode found(String id) {
    return messages()
        .valueStream()
        .filter(message -> message.path("externalId").asText().equals(id))
        .findAny()
        .orElseGet(JSON::missingNode);
  }

  /** What AWS publishes of a text to this number. */
  String published(String from, String text, String id) {
    return JSON.createObjectNode()
        .put("originationNumber", from)
        .put("destinationNumber", number)
        .put("messageKeyword", "KEYWORD_000000000000")
        .put("messageBody", text)
        .put("previousPublishedMessageId", "sent-before")
        .put("inboundMessageId", id)
        .toString();
  }
}
