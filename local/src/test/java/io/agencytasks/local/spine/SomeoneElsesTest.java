package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.TwoTenants.NOBODYS;
import static io.agencytasks.local.spine.TwoTenants.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.contract.Contract;
import io.agencytasks.local.contract.Operation;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Someone else's task or template is answered as one that never was, and left alone: for every
 * operation of openapi.yaml, and every place of it where an id can stand.
 */
@Tag("NFR-019")
@Tag("NFR-020")
@Tag("FR-004.2")
@Tag("FR-005.3")
@Tag("FR-006.3")
@Tag("FR-007.2")
@Tag("FR-008.2")
@Tag("FR-011.2")
@Tag("FR-011.6")
@Tag("FR-012.2")
@Tag("FR-003.16")
@Tag("FR-009.3")
@Tag("FR-010.6")
class SomeoneElsesTest {
  /** Operations that name nothing of anybody's, or let in whoever has a secret. */
  private static final Set<String> OPEN =
      Set.of("Callback", "Health", "DocsDescription", "DocsPage", "DocsAsset", "ReceiveHook");

  /** Whoever puts something under somebody else's name has one of their own. */
  private static final Set<String> MAKING_ONES_OWN = Set.of("PutSecret");

  private final TwoTenants two = new TwoTenants();

  /**
   * An id in a request.
   *
   * @param inBody empty where it stands in the path
   * @param body what is sent, before the id is put in
   */
  record Attempt(Operation operation, JsonPointer inBody, JsonNode body) {
    @Override
    public String toString() {
      return "%s: %s"
          .formatted(operation, inBody.matches() ? "in its path" : inBody + " in " + body);
    }

    boolean inPath() {
      return inBody.matches();
    }

    String path(long id) {
      return operation.path().replaceAll("\\{(id|messageId|name)}", Long.toString(id));
    }

    String body(long id) {
      if (inPath()) {
        return body.isEmpty() ? "" : body.toString();
      }
      ObjectNode filled = body.deepCopy();
      if (filled.has("name")) {
        filled.put("name", "Named after " + id);
      }
      ObjectNode holder = inBody.head().matches() ? filled : filled.withObject(inBody.head());
      holder.set(inBody.last().getMatchingProperty(), JsonNodeFactory.instance.arrayNode().add(id));
      return filled.toString();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attempts")
  void is_answered_as_what_never_was_and_left_alone(Attempt attempt) throws Exception {
    List<String> before = two.everythingOfAlice();

    HttpResponse<String> foreign = send(attempt, alices(attempt));
    HttpResponse<String> unknown = send(attempt, NOBODYS);

    if (attempt.inPath()) {
      assertThat(foreign.statusCode())
          .isEqualTo(MAKING_ONES_OWN.contains(attempt.operation().id()) ? 201 : 404);
    }
    // What makes something new of the same parts makes it with another id at another time.
    if (foreign.statusCode() / 100 == 2) {
      assertThat(unknown.statusCode()).isEqualTo(foreign.statusCode());
    } else {
      assertThat(TwoTenants.comparable(foreign, alices(attempt)))
          .isEqualTo(TwoTenants.comparable(unknown, NOBODYS));
    }
    assertThat(foreign.body()).doesNotContain(SECRET);
    assertThat(two.everythingOfAlice()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attempts")
  void takes_as_long_as_what_never_was(Attempt attempt) {
    if (!attempt.inPath()) {
      return;
    }
    assertThat(Stream.generate(() -> isSeenByItsTime(attempt)).limit(3))
        .as("seen in three measurements of three")
        .contains(false);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("listings")
  void is_in_no_list(Operation operation) {
    assertThat(two.mallory.get(operation.path()).body()).doesNotContain(SECRET);
    assertThat(two.alice.get(operation.path()).statusCode()).isEqualTo(200);
  }

  @Test
  void every_operation_is_attempted_listed_or_open() {
    Stream<String> tried =
        Stream.concat(
            attempts().stream().map(attempt -> attempt.operation().id()),
            listings().map(Operation::id));

    assertThat(Stream.concat(tried, OPEN.stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Contract.ours().operations().stream().map(Operation::id).toList());
  }

  private boolean isSeenByItsTime(Attempt attempt) {
    List<Long> foreign = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      foreign.add(nanos(attempt, alices(attempt)));
      unknown.add(nanos(attempt, NOBODYS));
    }
    long one = median(foreign);
    long other = median(unknown);
    return Math.max(one, other) > 2 * Math.min(one, other) + 5_000_000;
  }

  private long nanos(Attempt attempt, long id) {
    long start = System.nanoTime();
    send(attempt, id);
    return System.nanoTime() - start;
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  private HttpResponse<String> send(Attempt attempt, long id) {
    String path = attempt.path(attempt.inPath() ? id : two.mallorys(attempt.operation().path()));
    return two.mallory.send(attempt.operation().method(), path, attempt.body(id));
  }

  private long alices(Attempt attempt) {
    return attempt.inPath() ? two.alices(attempt.operation().path()) : two.alicesTask;
  }

  /** Each place with each example of a body, since an example may take another way. */
  private static List<Attempt> attempts() {
    return Contract.ours().operations().stream().flatMap(SomeoneElsesTest::attempts).toList();
  }

  private static Stream<Attempt> attempts(Operation operation) {
    List<JsonNode> bodies =
        new ArrayList<>(operation.requestExamples().map(Operation.Example::value).toList());
    if (bodies.isEmpty()) {
      bodies.add(JsonNodeFactory.instance.objectNode());
    }
    Stream<Attempt> path =
        operation.path().matches(".*\\{(id|name)}.*")
            ? Stream.of(
                new Attempt(
                    operation, JsonPointer.empty(), withoutIds(operation, bodies.getFirst())))
            : Stream.empty();
    return Stream.concat(
        path,
        operation.idsInBody().stream()
            .flatMap(place -> bodies.stream().map(body -> new Attempt(operation, place, body))));
  }

  /** With ids of nobody in its body, a request would be refused for them. */
  private static JsonNode withoutIds(Operation operation, JsonNode body) {
    ObjectNode cleared = body.deepCopy();
    operation
        .idsInBody()
        .forEach(
            place -> {
              if (cleared.at(place.head()) instanceof ObjectNode holder) {
                holder.remove(place.last().getMatchingProperty());
              }
            });
    return cleared;
  }

  private static Stream<Operation> listings() {
    return Contract.ours().operations().stream()
        .filter(operation -> operation.method().equals("GET"))
        .filter(operation -> !operation.path().contains("{"))
        .filter(operation -> !OPEN.contains(operation.id()));
  }
}
