package io.agencytasks.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.contract.Operation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation, with ids, parameters and headers that are none. */
@Tag("NFR-021")
@Tag("NFR-022")
@Tag("FR-003.13")
@Tag("FR-009.2")
@Tag("FR-012.3")
class ParametersTest {
  private static final Victim VICTIM = Victim.somebody();

  /**
   * A request.
   *
   * @param field that is at fault
   */
  record Bad(Operation operation, String field, String value, Spoiling spoiling) {
    @Override
    public String toString() {
      return "%s %s=%s".formatted(operation, field, Quoted.name(value));
    }

    /** A way to spoil a good request with a value. */
    interface Spoiling {
      Sent of(Sent good, String value);
    }

    Sent sent() {
      return spoiling.of(VICTIM.good(operation), value);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"ids", "queries", "headers"})
  @Tag("FR-004.1")
  @Tag("FR-005.1")
  @Tag("FR-006.1")
  @Tag("FR-007.1")
  @Tag("FR-008.1")
  @Tag("FR-011.1")
  @Tag("FR-012.1")
  void what_is_none_is_refused_by_its_name(Bad bad) throws Exception {
    JsonNode problem = VICTIM.refuses(bad.sent());

    assertThat(problem.path("status").asInt()).isEqualTo(400);
    assertThat(Victim.fields(problem)).containsExactly(bad.field());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("strange")
  void a_parameter_that_nobody_knows_is_refused(Bad bad) throws Exception {
    assertThat(VICTIM.refuses(bad.sent()).path("status").asInt()).isEqualTo(400);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stale")
  void a_version_that_never_was_is_stale(Bad bad) throws Exception {
    assertThat(VICTIM.refuses(bad.sent()).path("status").asInt()).isEqualTo(412);
  }

  private static Stream<Bad> ids() {
    return Stream.concat(inPath("id", BadTexts.IDS), inPath("name", BadTexts.NAMES));
  }

  private static Stream<Bad> inPath(String parameter, List<String> values) {
    return Victim.operations().stream()
        .filter(operation -> operation.path().contains("{" + parameter + "}"))
        .flatMap(
            operation ->
                values.stream().map(it -> new Bad(operation, parameter, it, Sent::withId)));
  }

  private static Stream<Bad> queries() {
    return Victim.operations().stream()
        .flatMap(
            operation ->
                operation.inputs("query").entrySet().stream()
                    .flatMap(
                        it ->
                            BadTexts.of(it.getKey(), it.getValue()).stream()
                                .map(value -> query(operation, it.getKey(), value))));
  }

  private static Bad query(Operation operation, String name, String value) {
    // A body with the same would be one fault more.
    return new Bad(
        operation, name, value, (good, it) -> good.withBody("").withQuery(name + "=" + it));
  }

  private static Stream<Bad> strange() {
    return Victim.operations().stream()
        .flatMap(
            operation ->
                BadTexts.QUERIES.stream()
                    .map(it -> new Bad(operation, "the query", it, Sent::withQuery)));
  }

  private static Stream<Bad> headers() {
    return Stream.concat(
        header("If-Match", BadTexts.ETAGS), header("Idempotency-Key", BadTexts.KEYS));
  }

  private static Stream<Bad> stale() {
    return header("If-Match", BadTexts.STALE);
  }

  private static Stream<Bad> header(String name, List<String> values) {
    return Victim.operations().stream()
        .filter(operation -> operation.inputs("header").containsKey(name))
        .flatMap(
            operation ->
                values.stream()
                    .map(
                        value ->
                            new Bad(
                                operation,
                                name,
                                value,
                                (good, it) -> good.withHeader(name.toLowerCase(Locale.ROOT), it))));
  }
}
