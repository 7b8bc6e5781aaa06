package io.agencytasks.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.agencytasks.local.template.Stack.Function;
import io.agencytasks.local.template.Stack.Trigger;
import io.agencytasks.local.template.Stack.Trigger.BusRule;
import io.agencytasks.local.template.Stack.Trigger.QueueMessages;
import io.agencytasks.local.template.Stack.Trigger.Route;
import io.agencytasks.local.template.Stack.Trigger.Schedule;
import io.agencytasks.local.template.Stack.Trigger.TopicMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.event.ruler.Machine;

/** The template, the classes and the sample events say the same, in every direction. */
class AgreementTest {
  private static final Path SAMPLES = Path.of("../events");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Stack STACK =
      StackReader.read(OurTemplate.PATH, Map.of("BrowserImageUri", "browser:1"), OurTemplate.HERE);

  @ParameterizedTest
  @MethodSource("functions")
  void a_function_has_a_handler_that_lambda_can_build(Function function) throws Exception {
    var handler = Class.forName(function.handler());

    assertThat(handler).isPublic();
    assertThat(handler.getConstructors()).anyMatch(known -> known.getParameterCount() == 0);
    assertThat(isHandler(handler)).isTrue();
  }

  @Test
  void every_handler_is_the_handler_of_one_function() {
    var handlers =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.agencytasks.functions", "io.agencytasks.browser")
                .stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(AgreementTest::isHandler)
                .map(JavaClass::getName)
                .toList();

    assertThat(STACK.functions())
        .extracting(Function::handler)
        .containsExactlyInAnyOrderElementsOf(handlers);
  }

  @Test
  void every_function_has_a_sample_and_every_sample_a_function() throws IOException {
    try (var files = Files.list(SAMPLES)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              STACK.functions().stream().map(function -> function.name() + ".json").toList());
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void a_sample_is_what_the_trigger_of_its_function_sends(Function function) throws IOException {
    var sample = JSON.readTree(SAMPLES.resolve(function.name() + ".json").toFile());

    for (Trigger trigger : sampled(function, sample)) {
      switch (trigger) {
        case Route route -> assertSent(route, sample);
        case QueueMessages _ ->
            assertThat(sample.path("Records"))
                .isNotEmpty()
                .allSatisfy(
                    record -> assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs"));
        case Schedule schedule ->
            assertThat(sample).isEqualTo(JSON.readTree(schedule.input().orElseThrow()));
        case BusRule rule -> assertThat(hears(rule, sample)).isTrue();
        case TopicMessages _ ->
            assertThat(sample.path("Records"))
                .isNotEmpty()
                .allSatisfy(
                    record -> {
                      assertThat(record.path("EventSource").asText()).isEqualTo("aws:sns");
                      assertThat(record.at("/Sns/Type").asText()).isEqualTo("Notification");
                    });
      }
    }
  }

  /** Of several routes, a sample is for one. */
  private static List<Trigger> sampled(Function function, JsonNode sample) {
    var triggers =
        function.triggers().stream()
            .filter(
                trigger -> !(trigger instanceof Route route) || key(route).equals(routeKey(sample)))
            .toList();
    assertThat(triggers).isNotEmpty();
    return triggers;
  }

  private static String key(Route route) {
    return route.method() + " " + route.path();
  }

  private static String routeKey(JsonNode sample) {
    return sample.path("routeKey").asText();
  }

  private static boolean hears(BusRule rule, JsonNode event) throws IOException {
    Machine machine = Machine.builder().build();
    machine.addRule(rule.name(), rule.pattern());
    return machine.rulesForJSONEvent(event).contains(rule.name());
  }

  private static void assertSent(Route route, JsonNode sample) {
    var context = sample.path("requestContext");
    assertThat(sample.path("version").asText()).isEqualTo("2.0");
    assertThat(context.path("http").path("method").asText()).isEqualTo(route.method());
    assertThat(sample.path("rawPath").asText())
        .matches(route.path().replaceAll("\\{\\w+}", "[\\\\w-]+"));
    if (route.open()) {
      assertThat(context.has("authorizer")).isFalse();
    } else {
      assertThat(context.at("/authorizer/jwt/scopes"))
          .isNotEmpty()
          .allSatisfy(scope -> assertThat(route.scopes()).contains(scope.asText()));
    }
  }

  private static Iterable<Function> functions() {
    return STACK.functions();
  }

  private static boolean isHandler(Class<?> type) {
    return RequestHandler.class.isAssignableFrom(type)
        || RequestStreamHandler.class.isAssignableFrom(type);
  }

  private static boolean isHandler(JavaClass type) {
    return type.isAssignableTo(RequestHandler.class)
        || type.isAssignableTo(RequestStreamHandler.class);
  }
}
