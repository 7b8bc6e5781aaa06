package io.agencytasks.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.domain.execution.TaskExecutor;
import io.agencytasks.domain.task.Json;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is given as an {@code executionConfig}, it is taken or refused by its fields, and what
 * is taken is what openapi.yaml allows. Each type is tried for {@code -Dfuzz.seconds}; a failure
 * names its seed, and {@code -Dfuzz.seed} begins with it.
 */
@Tag("NFR-021")
class ConfigFuzzTest {
  private static final Duration TIME = Duration.ofSeconds(Long.getLong("fuzz.seconds", 2));
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  private static final ApplicationContext FUNCTIONS =
      ApplicationContext.builder().deduceEnvironment(false).start();

  @AfterAll
  static void close() {
    FUNCTIONS.close();
  }

  static List<Named<TaskExecutor>> executors() {
    return FUNCTIONS.getBeansOfType(TaskExecutor.class).stream()
        .map(executor -> Named.of(executor.type().toString(), executor))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("executors")
  void is_taken_or_refused_by_its_fields(TaskExecutor executor) {
    Place schema = schema(executor);
    List<JsonNode> examples = examples(executor);
    int taken = 0;
    int refused = 0;
    long end = System.nanoTime() + TIME.toNanos();
    for (long seed = SEED; System.nanoTime() < end; seed++) {
      var guesses = new Guesses(new Random(seed));
      JsonNode guess =
          seed % 2 == 0
              ? guesses.of(schema)
              : guesses.like(examples.get((int) (seed / 2 % examples.size())));
      if (!guess.isObject()) {
        continue;
      }
      if (isTaken(executor, guess, schema, seed)) {
        taken++;
      } else {
        refused++;
      }
    }
    assertThat(taken).as("taken").isPositive();
    assertThat(refused).as("refused").isPositive();
  }

  private static boolean isTaken(TaskExecutor executor, JsonNode guess, Place schema, long seed) {
    String what = "-Dfuzz.seed=%d %s %s".formatted(seed, executor.type(), guess);
    Json config = new Json(guess.toString());
    try {
      var faults = executor.check(config);
      assertThat(faults).as(what).allMatch(fault -> fault.field().startsWith("executionConfig"));
      if (!faults.isEmpty()) {
        return false;
      }
      assertThat(executor.timeout(config)).as(what).isPositive();
      assertThat(executor.onUncertain(config)).as(what).isNotNull();
    } catch (RuntimeException | StackOverflowError broken) {
      throw new AssertionError(what, broken);
    }
    assertThat(Contract.ours().faults(schema, guess)).as(what).isEmpty();
    return true;
  }

  /** Those with which openapi.yaml creates tasks of the type. */
  private static List<JsonNode> examples(TaskExecutor executor) {
    List<JsonNode> examples =
        Contract.ours().operations().stream()
            .filter(operation -> operation.id().equals("CreateTask"))
            .map(operation -> operation.place().at("requestBody", "content", "application/json"))
            .flatMap(body -> body.at("examples").children().values().stream())
            .map(example -> example.at("value").node())
            .filter(task -> task.path("taskType").asText().equals(executor.type().toString()))
            .map(task -> task.path("executionConfig"))
            .filter(JsonNode::isObject)
            .toList();
    assertThat(examples).as("examples of " + executor.type()).isNotEmpty();
    return examples;
  }

  /** {@code ApiCallConfig} for api_call. */
  private static Place schema(TaskExecutor executor) {
    String name =
        Arrays.stream(executor.type().toString().split("_"))
            .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
            .collect(Collectors.joining("", "/components/schemas/", "Config"));
    Place schema =
        new Place(
            Contract.ours().operations().getFirst().place().document(), JsonPointer.compile(name));
    assertThat(schema.node().isObject()).as(name).isTrue();
    return schema;
  }
}
