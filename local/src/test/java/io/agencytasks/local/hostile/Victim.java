package io.agencytasks.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.contract.Body;
import io.agencytasks.local.contract.Contract;
import io.agencytasks.local.contract.Exchange;
import io.agencytasks.local.contract.Operation;
import io.agencytasks.local.spine.ATask;
import io.agencytasks.local.spine.Caller;
import io.agencytasks.local.spine.Rows;
import io.agencytasks.local.spine.Subjects;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user who has something that every operation can be done to, and must have it afterwards. */
final class Victim {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Door door;
  private final Subjects subjects;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<JsonNode, ObjectNode> bodies = new HashMap<>();
  private @Nullable Footprint footprint;

  /** Empty while it is not known. */
  private Optional<String> before = Optional.empty();

  private Victim(String subject) {
    this.door = new Door(subject);
    this.subjects =
        new Subjects(
            Caller.with(SharedCloud.cloud().token(subject)),
            new Rows(SharedCloud.cloud().superuser()));
  }

  static Victim somebody() {
    return new Victim("victim-" + UUID.randomUUID());
  }

  Footprint footprint() throws SQLException {
    if (footprint == null) {
      subjects.caller().create(ATask.idle());
      footprint = new Footprint(SharedCloud.cloud().superuser(), door.subject());
    }
    return footprint;
  }

  /** A request that would succeed: without a query, and with a body only where it needs one. */
  Sent good(Operation operation) {
    var sent = Sent.to(operation, id(operation));
    return operation.bodies().stream()
        .findFirst()
        .map(body -> sent.withBody(body(operation, body).toString()))
        .orElse(sent);
  }

  /** A body that would succeed. */
  ObjectNode body(Operation operation, Body kind) {
    return bodies.computeIfAbsent(kind.example(), example -> withTasks(operation, example));
  }

  /** The body, with tasks of ours where it names tasks. */
  ObjectNode withTasks(Operation operation, JsonNode body) {
    before = Optional.empty();
    return subjects.withTasksOfOurs(operation, body);
  }

  private String id(Operation operation) {
    if (!operation.path().contains("{")) {
      return "";
    }
    return ids.computeIfAbsent(
        operation.id(),
        id -> {
          try {
            before = Optional.empty();
            return subjects.path(operation).split("/", 5)[id.equals("DocsAsset") ? 2 : 3];
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  /** The answer, which is a refusal that says why, and nothing was changed. */
  JsonNode refuses(Sent sent) throws Exception {
    String expected = before.isEmpty() ? footprint().taken() : before.get();

    Exchange answer = door.send(sent);

    assertThat(answer.status()).as("%s%n%s", sent, answer.body()).isBetween(400, 499);
    assertThat(answer.headers().get("content-type")).isEqualTo("application/problem+json");
    String after = footprint().taken();
    before = Optional.of(after);
    assertThat(after).as("what the victim has, after %s", sent).isEqualTo(expected);
    return JSON.readTree(answer.body());
  }

  Exchange send(Sent sent) {
    return door.send(sent);
  }

  static List<String> fields(JsonNode problem) {
    return problem.path("errors").valueStream().map(error -> error.path("field").asText()).toList();
  }

  static List<Operation> operations() {
    return Contract.ours().operations();
  }
}
