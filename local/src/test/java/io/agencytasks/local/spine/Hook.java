package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;

/** A webhook of somebody's whose senders show its token, and who it is from. */
final class Hook {
  private static final String NEW =
      """
      {"name": "Calls", "channel": "custom", "verification": "token",
       "defaults": {"taskType": "reminder", "executionType": "manual_trigger"},
       "rules": {"mapping": {"title": "/title", "sender": "/from"}, "blockedSenders": ["nobody"]}}
      """;

  private final Caller caller;
  private final JsonNode webhook;

  Hook(Caller caller) {
    this(caller, NEW);
  }

  Hook(Caller caller, String body) {
    this.caller = caller;
    HttpResponse<String> created = caller.post("/v1/webhooks", body);
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    this.webhook = Caller.json(created);
  }

  long id() {
    return webhook.path("id").asLong();
  }

  String url() {
    return webhook.path("url").asText();
  }

  String secret() {
    return webhook.path("secret").asText();
  }

  String path() {
    return "/v1/webhooks/" + id();
  }

  /** One that checks signatures, with these rules, whose tasks wait to be told to run. */
  static Hook signed(Caller caller, String rules) {
    return new Hook(
        caller,
        """
        {"name": "Orders", "channel": "custom", "verification": "standard",
         "defaults": {"taskType": "reminder", "executionType": "manual_trigger"},
         "rules": %s}
        """
            .formatted(rules));
  }

  /** What a signed message came to. */
  HttpResponse<String> sign(String id, String body) {
    return caller.send("POST", url(), body, new Signer(secret()).headers(id, body));
  }

  /** What it came to. */
  HttpResponse<String> send(String body) {
    return caller.send("POST", url(), body, Map.of("x-webhook-token", secret()));
  }

  /** What it comes to with another token. */
  HttpResponse<String> forge(String body) {
    return caller.send("POST", url(), body, Map.of("x-webhook-token", "forged-" + url()));
  }

  /** The latest of its messages. */
  JsonNode message() {
    return Caller.json(caller.get(path() + "/messages?limit=1")).path("messages").path(0);
  }

  /** A path of this webhook's, with a message that no task was made of. */
  String path(String template) {
    String path =
        template
            .replace("{id}", Long.toString(id()))
            .replace("{publicId}", webhook.path("publicId").asText());
    return path.contains("{messageId}")
        ? path.replace("{messageId}", Long.toString(refused()))
        : path;
  }

  /** One in which something was said. */
  long conversation() {
    assertThat(send("{\"title\":\"Hello\",\"from\":\"ann\"}").statusCode()).isEqualTo(202);
    return message().path("conversationId").asLong();
  }

  private long refused() {
    assertThat(send("{\"title\":\"Hello\",\"from\":\"nobody\"}").statusCode()).isEqualTo(202);
    assertThat(message().path("outcome").asText()).isEqualTo("refused");
    return message().path("id").asLong();
  }
}
