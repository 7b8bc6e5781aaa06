package io.agencytasks.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.contract.Body;
import io.agencytasks.local.contract.Operation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every field of every body of openapi.yaml, with everything that it must not have. */
@Tag("NFR-021")
@Tag("NFR-022")
@Tag("NFR-031")
@Tag("FR-002.1")
@Tag("FR-002.2")
@Tag("FR-002.3")
@Tag("FR-002.4")
@Tag("FR-002.5")
@Tag("FR-002.6")
@Tag("FR-002.7")
@Tag("FR-002.8")
@Tag("FR-002.9")
class FieldsTest {
  private static final Victim VICTIM = Victim.somebody();

  /** A value in a field. */
  record Bad(Operation operation, Body kind, JsonPointer at, String literal) {
    @Override
    public String toString() {
      return "%s %s: %s".formatted(operation, at, Quoted.name(literal));
    }

    Bad with(JsonPointer place, String value) {
      return new Bad(operation, kind, place, value);
    }

    String field() {
      return At.field(at);
    }

    Sent sent() {
      return VICTIM
          .good(operation)
          .withBody(Put.literal(VICTIM.body(operation, kind), at, literal));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void a_value_that_a_field_must_not_have_is_refused_by_its_name(Bad bad) throws Exception {
    JsonNode problem = VICTIM.refuses(bad.sent());

    assertThat(problem.path("status").asInt()).isEqualTo(400);
    // What the reader of JSON itself refuses concerns the whole body.
    assertThat(Victim.fields(problem)).isNotEmpty().containsAnyOf(bad.field(), "");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("malformed")
  void what_is_no_value_spoils_the_body(Bad bad) throws Exception {
    assertThat(Victim.fields(VICTIM.refuses(bad.sent()))).containsExactly("");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void a_field_that_is_given_twice_spoils_the_body(Bad bad) throws Exception {
    String body = Put.twice(VICTIM.body(bad.operation(), bad.kind()), bad.at(), bad.literal());

    JsonNode problem = VICTIM.refuses(VICTIM.good(bad.operation()).withBody(body));

    assertThat(Victim.fields(problem)).containsExactly("");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unknown")
  void a_field_that_nobody_knows_is_refused_by_its_name(Bad bad) throws Exception {
    assertThat(Victim.fields(VICTIM.refuses(bad.sent()))).containsExactly(bad.field());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void every_fault_is_told_at_once(Bad whole) throws Exception {
    var body = VICTIM.body(whole.operation(), whole.kind()).deepCopy();
    Set<String> expected = new TreeSet<>();
    whole
        .kind()
        .fields()
        .forEach(
            (at, shape) -> {
              if (shape.fields().isEmpty() && shape.rule("const").isMissingNode()) {
                var holder = at.head().matches() ? body : body.withObject(at.head());
                holder.set(
                    at.last().getMatchingProperty(), holder.arrayNode().add(holder.arrayNode()));
                if (!shape.isAnything()) {
                  expected.add(At.field(at));
                }
              }
            });
    body.put("surprise", 1);
    expected.add("surprise");

    JsonNode problem = VICTIM.refuses(VICTIM.good(whole.operation()).withBody(body.toString()));

    assertThat(Victim.fields(problem)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Stream<Bad> values() {
    return bodies()
        .flatMap(
            body ->
                body.kind().fields().entrySet().stream()
                    .flatMap(
                        field -> {
                          JsonPointer at = field.getKey();
                          return BadValues.of(At.name(at), At.level(at), field.getValue()).stream()
                              .map(literal -> body.with(at, literal));
                        }));
  }

  private static Stream<Bad> malformed() {
    return bodies()
        .flatMap(
            body ->
                Literals.MALFORMED.stream()
                    .map(it -> body.with(body.kind().fields().keySet().iterator().next(), it)));
  }

  private static Stream<Bad> fields() {
    return bodies()
        .flatMap(body -> body.kind().fields().keySet().stream().map(at -> body.with(at, "1")));
  }

  /** Misspelled, of somebody else's making, or wholly unheard of. */
  private static Stream<Bad> unknown() {
    List<String> names =
        List.of("surprise", "Title", "title ", "id", "userId", "version", "__proto__", "", "$ref");
    return bodies()
        .flatMap(
            body ->
                body.kind().objects().stream()
                    .flatMap(
                        object ->
                            names.stream()
                                .map(name -> body.with(object.appendProperty(name), "1"))));
  }

  private static Stream<Bad> bodies() {
    return Victim.operations().stream()
        .flatMap(
            operation ->
                operation.bodies().stream()
                    .map(kind -> new Bad(operation, kind, JsonPointer.empty(), "")));
  }
}
