package io.agencytasks.local.model;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.functions.http.HttpFunction;
import io.agencytasks.local.store.TheStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The endpoints themselves, given an owner's events as API Gateway would write them. */
record TheApi(TheStore store, Superuser superuser, String subject) {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, String> HANDLERS =
      Map.ofEntries(
          Map.entry("POST /v1/tasks", "CreateTask"),
          Map.entry("GET /v1/tasks", "ListTasks"),
          Map.entry("GET /v1/tasks/{id}", "GetTask"),
          Map.entry("PATCH /v1/tasks/{id}", "UpdateTask"),
          Map.entry("DELETE /v1/tasks/{id}", "CancelTask"),
          Map.entry("POST /v1/tasks/{id}/approve", "ApproveTask"),
          Map.entry("POST /v1/tasks/{id}/reject", "RejectTask"),
          Map.entry("POST /v1/tasks/{id}/execute", "ExecuteTask"),
          Map.entry("POST /v1/tasks/{id}/input", "GiveInput"),
          Map.entry("POST /v1/tasks/bulk", "BulkTasks"),
          Map.entry("GET /v1/tasks/queue", "GetQueue"),
          Map.entry("GET /v1/tasks/stats", "GetStats"),
          Map.entry("GET /v1/tasks/{id}/readiness", "GetReadiness"));

  private static final Map<String, HttpFunction> LOADED = new ConcurrentHashMap<>();
  private static final AtomicLong REQUESTS = new AtomicLong();
  private static final PojoSerializer<APIGatewayV2HTTPEvent> EVENTS =
      LambdaEventSerializers.serializerFor(
          APIGatewayV2HTTPEvent.class, TheApi.class.getClassLoader());

  /** The number of the owner, who is there as soon as there was a request of theirs. */
  long userId() {
    return Long.parseLong(superuser.ask("select id from users where subject = ?", subject));
  }

  /** Calls an endpoint without a task in its path. */
  Seen call(String route, String query, JsonNode body) {
    var event = event(route, body);
    event.put("rawQueryString", query);
    return send(route, event);
  }

  /** Calls an endpoint of one task. */
  Seen call(String route, long id, JsonNode body, @Nullable Integer version) {
    var event = event(route, body);
    event.putObject("pathParameters").put("id", Long.toString(id));
    if (version != null) {
      ((ObjectNode) event.path("headers")).put("if-match", "\"%d\"".formatted(version));
    }
    return send(route, event);
  }

  private ObjectNode event(String route, JsonNode body) {
    var event = JSON.createObjectNode().put("version", "2.0").put("routeKey", route);
    event.put("rawQueryString", "").put("isBase64Encoded", false);
    event.putObject("headers").put("content-type", "application/json");
    var context = event.putObject("requestContext");
    context.put("requestId", "model-" + REQUESTS.incrementAndGet());
    context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", subject);
    if (!body.isNull()) {
      event.put("body", body.toString());
    }
    return event;
  }

  @SuppressWarnings("NullAway") // no endpoint looks at its Lambda context
  private Seen send(String route, ObjectNode event) {
    var handler = LOADED.computeIfAbsent(route, this::load);
    var answer = handler.handleRequest(EVENTS.fromJson(event.toString()), null);
    return new Seen(answer.getStatusCode(), read(answer.getBody()));
  }

  private HttpFunction load(String route) {
    return store.handler(
        HttpFunction.class, "io.agencytasks.functions.http." + HANDLERS.get(route) + "Function");
  }

  private static JsonNode read(@Nullable String body) {
    try {
      return body == null ? NullNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(body, e);
    }
  }
}
