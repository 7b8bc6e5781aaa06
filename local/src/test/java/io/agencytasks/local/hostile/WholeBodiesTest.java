package io.agencytasks.local.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.contract.Body;
import io.agencytasks.local.contract.Exchange;
import io.agencytasks.local.contract.Operation;
import io.agencytasks.local.contract.Shape;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are as large as they may be, or come in a form of their own, are taken. */
@Tag("NFR-021")
class WholeBodiesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BYTES = 256 * 1024;

  /** Who comes without a token has less to say. */
  private static final int MOST_BYTES_OF_A_CALLBACK = 64 * 1024;

  private final Victim owner = Victim.somebody();

  /** What is there already counts, too: so a change is sent twice. */
  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("bodies")
  void all_fields_may_be_at_their_bounds_at_once(Operation operation, Body kind) {
    ObjectNode body = owner.body(operation, kind).deepCopy();
    kind.fields()
        .forEach(
            (at, shape) ->
                largest(at, shape).ifPresent(value -> At.holder(body, at).set(At.name(at), value)));
    if (body.path("task") instanceof ObjectNode part) {
      part.put("taskType", "browser_automation").put("requiresHumanReview", true);
      part.remove("scheduledFor");
      body.withObject("/schedule").remove(List.of("rate", "start"));
    }
    if (body.path("defaults") instanceof ObjectNode part) {
      part.put("taskType", "browser_automation").put("requiresHumanReview", true);
      body.remove(List.of("address", "templateId"));
      body.withObject("/rules/mapping").remove(List.of("metadata", "executionConfig"));
    }
    if (kind.fields().containsKey(JsonPointer.compile("/taskType"))) {
      body.put("taskType", "browser_automation").put("executionType", "manual_trigger");
    }
    if (kind.fields().containsKey(JsonPointer.compile("/reviewDeadline"))) {
      body.put("requiresHumanReview", true);
    }

    assertTaken(owner.good(operation).withBody(body.toString()));
    if (operation.id().equals("UpdateTask")) {
      assertTaken(owner.good(operation).withBody(body.toString()));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("bodies")
  void a_body_may_take_256_kib_and_come_in_base64(Operation operation, Body kind) {
    String body = owner.body(operation, kind).toString();
    int most = operation.id().equals("Callback") ? MOST_BYTES_OF_A_CALLBACK : MOST_BYTES;
    String filled = body + " ".repeat(most - body.getBytes(UTF_8).length);

    assertTaken(owner.good(operation).withBytes(filled.getBytes(UTF_8)));
  }

  /** What it is, it says itself: curl, for one, calls it a form. */
  @ParameterizedTest
  @ValueSource(strings = {"", "application/x-www-form-urlencoded", "text/plain", "x"})
  void a_body_may_be_called_something_else(String contentType) {
    Operation create = operation("CreateTask");

    assertTaken(owner.good(create).withHeader("content-type", contentType));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CreateTask", "UpdateTask"})
  @Tag("FR-001.13")
  void a_task_may_wait_for_a_hundred_others(String id) throws Exception {
    Operation operation = operation(id);
    ObjectNode body = owner.body(operation, operation.bodies().getFirst()).deepCopy();
    ArrayNode ids = body.putArray("dependsOn");
    IntStream.range(0, 100).forEach(i -> ids.add(1));
    ArrayNode ours = (ArrayNode) owner.withTasks(operation, body).path("dependsOn");
    body.set("dependsOn", ours);

    Exchange answer = assertTaken(owner.good(operation).withBody(body.toString()));

    assertThat(JSON.readTree(answer.body()).path("dependsOn")).hasToString(ours.toString());
  }

  private Exchange assertTaken(Sent sent) {
    Exchange answer = owner.send(sent);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    return answer;
  }

  private static Optional<JsonNode> largest(JsonPointer at, Shape shape) {
    boolean grows = shape.named().isEmpty() && !shape.takes("boolean");
    return Stream.of(shape)
        .filter(it -> grows || it.isAnything())
        .flatMap(it -> GoodValues.of(At.name(at), At.level(at), it).stream())
        .max(Comparator.comparing(literal -> literal.getBytes(UTF_8).length))
        .map(WholeBodiesTest::read);
  }

  private static JsonNode read(String literal) {
    try {
      return JSON.readTree(literal);
    } catch (JsonProcessingException e) {
      throw new AssertionError(literal, e);
    }
  }

  private static Operation operation(String id) {
    return Victim.operations().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  private static Stream<Arguments> bodies() {
    return Victim.operations().stream()
        .flatMap(
            operation -> operation.bodies().stream().map(kind -> Arguments.of(operation, kind)));
  }
}
