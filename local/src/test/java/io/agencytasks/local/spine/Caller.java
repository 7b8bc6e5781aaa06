package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.contract.Contract;
import io.agencytasks.local.contract.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who uses the API, over real HTTP, with a token or none. All that is sent and answered is
 * held to openapi.yaml.
 */
public record Caller(URI api, String token) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");

  /** A user whom nobody has seen before, on the shared cloud. */
  public static Caller somebody() {
    return with(SharedCloud.cloud().token("somebody-" + UUID.randomUUID()));
  }

  /** Whoever comes to the shared cloud with this token; empty for none. */
  public static Caller with(String token) {
    return new Caller(SharedCloud.cloud().apiUri(), token);
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  public HttpResponse<String> post(String path, String body) {
    return send("POST", path, body);
  }

  HttpResponse<String> patch(long id, String fields) {
    return send("PATCH", "/v1/tasks/" + id, fields.replace('\'', '"'));
  }

  /** Does something with a task: {@code approve}, {@code reject} and the like. */
  HttpResponse<String> act(long id, String action, String body) {
    return post("/v1/tasks/%d/%s".formatted(id, action), body.replace('\'', '"'));
  }

  /** The task's events, the first one first. */
  List<JsonNode> events(long id) {
    List<JsonNode> events = new ArrayList<>();
    json(get("/v1/tasks/" + id + "/events?limit=100")).path("events").forEach(events::addFirst);
    return events;
  }

  public HttpResponse<String> send(String method, String path, String body) {
    return send(method, path, body, Map.of());
  }

  public HttpResponse<String> send(
      String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(api.resolve(path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("content-type", "application/json");
    headers.forEach(request::setHeader);
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      Contract.ours().check(Exchange.of(body, response));
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Creates a task and gives back its id. */
  public long create(ATask task) {
    HttpResponse<String> created = post("/v1/tasks", task.json());
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    return json(created).path("id").asLong();
  }

  JsonNode task(long id) {
    return json(get("/v1/tasks/" + id));
  }

  /** The task once it has come to an end, for which it gets half a minute. */
  JsonNode ended(long id) {
    return await("task " + id)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> task(id), task -> ENDED.contains(task.path("status").asText()));
  }

  public static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(response.body(), e);
    }
  }
}
