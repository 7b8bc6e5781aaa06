package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.contract.Contract;
import io.agencytasks.local.contract.Exchange;
import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.template.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each function does its work on its sample event, as {@code sam local invoke} would have it. */
class SampleEventsTest {
  private static final Path SAMPLES = Path.of("..", "events");

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  void a_function_manages_its_sample(Stack.Function function) throws Exception {
    String event = Files.readString(SAMPLES.resolve(function.name() + ".json"));

    Invocation invocation = SharedCloud.cloud().lambda().invoke(function.name(), event);

    String json =
        assertThat(invocation).asInstanceOf(type(Invocation.Answered.class)).actual().json();
    JsonNode answer = new ObjectMapper().readTree(json);
    for (Stack.Trigger trigger : function.triggers()) {
      switch (trigger) {
        case Stack.Trigger.Route _ -> {
          assertThat(answer.path("statusCode").asInt()).as(json).isBetween(200, 499);
          Contract.ours().check(Exchange.ofEvent(event, json));
        }
        case Stack.Trigger.QueueMessages _ ->
            assertThat(json).isEqualTo("{\"batchItemFailures\":[]}");
        case Stack.Trigger.Schedule _ ->
            assertThat(answer.propertyStream())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder(
                    "lost",
                    "expired",
                    "unreviewed",
                    "recurred",
                    "released",
                    "tenants",
                    "rung",
                    "unpublished",
                    "forgotten",
                    "outdated",
                    "cleared",
                    "deleted",
                    "emptied",
                    "ready");
        case Stack.Trigger.BusRule _, Stack.Trigger.TopicMessages _ ->
            assertThat(json).isNotEmpty();
      }
    }
  }

  private static List<Named<Stack.Function>> functions() {
    return SharedCloud.cloud().stack().functions().stream()
        .map(function -> Named.of(function.name(), function))
        .toList();
  }
}
