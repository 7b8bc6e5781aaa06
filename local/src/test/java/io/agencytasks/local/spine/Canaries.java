package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.contract.Body;
import io.agencytasks.local.contract.Contract;
import io.agencytasks.local.contract.Operation;
import io.agencytasks.local.contract.Shape;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

/** Sends a word to every operation of openapi.yaml, wherever it takes words of the caller's own. */
record Canaries(String word, Subjects subjects) {

  private static final String GOTO = "{'do':'goto','url':'https://example.com/'}";

  void everywhere() throws Exception {
    for (Operation operation : Contract.ours().operations()) {
      if (operation.bodies().isEmpty()) {
        assertThat(send(operation, "", "").statusCode()).isEqualTo(success(operation));
      }
      for (Body kind : operation.bodies()) {
        inBody(operation, kind);
      }
      for (String parameter : operation.inputs("query").keySet()) {
        send(operation, "?" + parameter + "=" + URLEncoder.encode("\"" + word, UTF_8), "");
        send(operation, "?" + parameter + "=" + word, "");
      }
      send(operation, "?" + word + "=" + word, "");
      subjects
          .caller()
          .send(operation.method(), operation.path().replaceAll("\\{\\w+}", word), "{}");
    }
  }

  private static int success(Operation operation) {
    return switch (operation.id()) {
      case "ExecuteTask" -> 202;
      // Only who has the secret is let in here.
      case "ReceiveHook" -> 401;
      default -> 200;
    };
  }

  /** As it is kept, and in ways in which it is refused. */
  private void inBody(Operation operation, Body kind) throws Exception {
    ObjectNode body = subjects.withTasksOfOurs(operation, kind.example());
    kind.fields().forEach((at, shape) -> put(body, kind, at, shape));

    HttpResponse<String> kept = send(operation, "", body.toString());

    assertThat(kept.statusCode()).as(operation + ": " + kept.body()).isBetween(200, 299);
    send(operation, "", body.toString().replace(word, word.repeat(500)));
    send(operation, "", body.toString().replace(word, word + "\\u0000"));
    send(operation, "", body.toString().replace("\":", word + "\":"));
    send(operation, "", body.toString().substring(1));
  }

  private void put(ObjectNode body, Body kind, JsonPointer at, Shape shape) {
    ObjectNode holder = at.head().matches() ? body : body.withObject(at.head());
    String name = at.last().getMatchingProperty();
    boolean named =
        !shape.named().isEmpty() || !shape.rule("format").isMissingNode() || shape.isOfOwnForm();
    if (shape.takes("array") && !shape.isAnything() && shape.element().takes("string")) {
      holder.putArray(name).add(word);
    } else if (shape.takes("object") && shape.fields().isEmpty()) {
      // What a webhook's mapping has under names of one's own are places in messages.
      holder.putObject(name).put(word, at.toString().contains("/mapping/") ? "/" + word : word);
      JsonPointer type = at.head().appendProperty("taskType");
      if (name.equals("executionConfig") && kind.fields().containsKey(type)) {
        holder.put("taskType", "browser_automation");
        holder.set(
            name, ATask.browsing(GOTO, "{'do':'assertText','text':'%s'}".formatted(word)).config());
      }
    } else if (shape.takes("string") && !named) {
      holder.put(name, name.equals("name") ? word + UUID.randomUUID() : word);
    }
  }

  private HttpResponse<String> send(Operation operation, String query, String body)
      throws Exception {
    Map<String, String> headers =
        operation.inputs("header").containsKey("Idempotency-Key")
            ? Map.of("idempotency-key", word + UUID.randomUUID())
            : Map.of();
    return subjects
        .caller()
        .send(operation.method(), subjects.path(operation) + query, body, headers);
  }
}
