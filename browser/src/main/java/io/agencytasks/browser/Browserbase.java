package io.agencytasks.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.execution.BrowserSession;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.functions.json.Mappers;
import io.agencytasks.functions.outbound.HttpSender;
import io.agencytasks.functions.outbound.Sent;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rents browsers from Browserbase, by version 1 of its API. */
@Singleton
final class Browserbase {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final MediaType JSON = MediaType.get("application/json");

  /** A session that waits for a person is kept for so long at the most. */
  private static final int LONGEST_SECONDS = 6 * 3600;

  private static final Logger log = LoggerFactory.getLogger(Browserbase.class);

  private final HttpSender sender;
  private final String url;

  Browserbase(
      HttpSender sender,
      @Property(name = "browserbase.url", defaultValue = "https://api.browserbase.com")
          String url) {
    this.sender = sender;
    this.url = url;
  }

  /** What came of the wish for a session. */
  sealed interface Renting {}

  record Rented(RentedSession session) implements Renting {}

  record NotRented(Outcome why) implements Renting {}

  /**
   * Rents a new session.
   *
   * @param keep whether it is to go on when nobody is connected to it
   */
  Renting rent(String apiKey, String projectId, boolean keep) throws InterruptedException {
    var wish = JsonNodeFactory.instance.objectNode().put("projectId", projectId);
    if (keep) {
      wish.put("keepAlive", true).put("timeout", LONGEST_SECONDS);
    }
    return switch (send(apiKey, "/v1/sessions", wish)) {
      case Sent.Answered(var answer, var _, var _) when answer.status() / 100 == 2 ->
          rented(apiKey, projectId, read(answer.body().utf8()), false);
      case Sent.Answered(var answer, var _, var _) -> new NotRented(refused(answer.status()));
      case Sent.Unanswered(var outcome) -> new NotRented(outcome);
    };
  }

  /** A session that was left open; empty where it has ended. */
  Optional<RentedSession> resume(String apiKey, String projectId, String id)
      throws InterruptedException {
    var session = found(send(apiKey, "/v1/sessions/" + id, null));
    return session.path("status").asText().equals("RUNNING")
            && rented(apiKey, projectId, session, true) instanceof Rented(var rented)
        ? Optional.of(rented)
        : Optional.empty();
  }

  private Renting rented(String apiKey, String projectId, JsonNode session, boolean resumed)
      throws InterruptedException {
    var id = session.path("id").asText();
    var connect = session.path("connectUrl").asText();
    if (!id.matches("[A-Za-z0-9_-]{1,255}") || !connect.matches("wss?://[^/].*")) {
      return new NotRented(
          new Outcome.Retry(
              new Failure(
                  "PROVIDER_ANSWER", "Browserbase's answer names no session to connect to."),
              Optional.empty()));
    }
    var about =
        new BrowserSession(id, debugUrl(apiKey, id), "https://browserbase.com/sessions/" + id);
    return new Rented(
        new RentedSession(
            about, URI.create(connect), resumed, () -> release(apiKey, projectId, id)));
  }

  private @Nullable String debugUrl(String apiKey, String id) throws InterruptedException {
    var url =
        found(send(apiKey, "/v1/sessions/" + id + "/debug", null))
            .path("debuggerFullscreenUrl")
            .asText();
    return url.startsWith("https://") ? url : null;
  }

  /** It ends by itself after its time, so that a failure is no more than a cost. */
  private void release(String apiKey, String projectId, String id) {
    boolean interrupted = Thread.interrupted();
    var wish =
        JsonNodeFactory.instance
            .objectNode()
            .put("projectId", projectId)
            .put("status", "REQUEST_RELEASE");
    try {
      send(apiKey, "/v1/sessions/" + id, wish);
    } catch (InterruptedException again) {
      interrupted = true;
      log.atWarn().log("a rented browser may not be given back");
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private Sent send(String apiKey, String path, @Nullable ObjectNode body)
      throws InterruptedException {
    var request = new Request.Builder().url(url + path).header("X-BB-API-Key", apiKey);
    if (body != null) {
      request.post(RequestBody.create(body.toString(), JSON));
    }
    return sender.send(request.build(), PATIENCE);
  }

  private static Outcome refused(int status) {
    var failure = new Failure("PROVIDER_" + status, "Browserbase answered %d.".formatted(status));
    return status == 429 || status >= 500
        ? new Outcome.Retry(failure, Optional.empty())
        : new Outcome.GiveUp(failure);
  }

  private static JsonNode found(Sent sent) {
    return sent instanceof Sent.Answered(var answer, var _, var _) && answer.status() == 200
        ? read(answer.body().utf8())
        : JsonNodeFactory.instance.objectNode();
  }

  private static JsonNode read(String body) {
    try {
      return Mappers.forRows().readTree(body);
    } catch (JsonProcessingException malformed) {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
