package io.agencytasks.local.template.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.template.language.Node.Call;
import io.agencytasks.local.template.language.Node.Mapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a laptop cannot show, because nobody lacks a right on it: who may do what on AWS. */
class OurRightsTest {
  private static final Map<String, Mapping> FUNCTIONS =
      resources().entrySet().stream()
          .filter(named -> text(named.getValue(), "Type").equals("AWS::Serverless::Function"))
          .collect(
              Collectors.toMap(Map.Entry::getKey, named -> in(named.getValue(), "Properties")));

  /** What it serves is in its zip. */
  private static final String WITHOUT_RIGHTS = "Docs";

  @Test
  void every_function_may_use_the_database_but_the_one_that_serves_files() {
    assertThat(FUNCTIONS).containsKey(WITHOUT_RIGHTS);
    assertThat(FUNCTIONS)
        .allSatisfy(
            (name, function) ->
                assertThat(rights(function).contains("UseDatabase"))
                    .as(name)
                    .isNotEqualTo(name.equals(WITHOUT_RIGHTS)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DOORBELLS_QUEUE_URL", "EVENT_BELLS_QUEUE_URL"})
  void whoever_knows_the_queues_may_ring_and_nobody_else(String queue) {
    assertThat(FUNCTIONS)
        .allSatisfy(
            (name, function) ->
                assertThat(rights(function).contains("RingDoorbells"))
                    .as(name)
                    .isEqualTo(variables(function).contains(queue)));
  }

  @Test
  void whoever_rings_knows_the_queue_of_every_lane() {
    assertThat(FUNCTIONS)
        .allSatisfy(
            (name, function) ->
                assertThat(variables(function).contains("DOORBELLS_BROWSER_QUEUE_URL"))
                    .as(name)
                    .isEqualTo(variables(function).contains("DOORBELLS_QUEUE_URL")));
  }

  @Test
  void only_the_executors_may_read_secrets_and_only_who_knows_where_they_are_may_touch_them() {
    assertThat(FUNCTIONS)
        .allSatisfy(
            (name, function) -> {
              assertThat(rights(function).contains("ReadSecrets"))
                  .as(name)
                  .isEqualTo(name.equals("Executor") || name.equals("BrowserExecutor"));
              assertThat(rights(function).stream().filter(it -> it.endsWith("Secrets")).count())
                  .as(name)
                  .isEqualTo(variables(function).contains("SECRETS_PREFIX") ? 1 : 0);
            });
  }

  @Test
  void whoever_knows_the_sender_may_send_mail_and_only_the_executor_text_messages() {
    assertThat(FUNCTIONS)
        .allSatisfy(
            (name, function) -> {
              assertThat(rights(function).contains("SendMail"))
                  .as(name)
                  .isEqualTo(variables(function).contains("MAIL_FROM"));
              assertThat(rights(function).contains("SendTextMessages"))
                  .as(name)
                  .isEqualTo(name.equals("Executor"));
            });
  }

  @Test
  void whoever_makes_links_may_read_artifacts_and_nobody_else() {
    assertThat(FUNCTIONS)
        .allSatisfy(
            (name, function) ->
                assertThat(rights(function).contains("ReadArtifacts"))
                    .as(name)
                    .isEqualTo(variables(function).contains("ARTIFACTS_LINK_SECONDS")));
  }

  @Test
  void every_function_writes_to_a_log_of_its_own() {
    assertThat(FUNCTIONS)
        .allSatisfy(
            (name, function) ->
                assertThat(in(function, "LoggingConfig").find("LogGroup"))
                    .map(OurRightsTest::reference)
                    .hasValue(name + "Logs"));
  }

  private static List<String> rights(Mapping function) {
    return function.find("Policies").stream()
        .flatMap(policies -> policies.sequence("Policies").items().stream())
        .filter(Call.class::isInstance)
        .map(OurRightsTest::reference)
        .toList();
  }

  private static List<String> variables(Mapping function) {
    return function.find("Environment").stream()
        .flatMap(node -> in(node.mapping("Environment"), "Variables").entries().keySet().stream())
        .toList();
  }

  private static Map<String, Mapping> resources() {
    return in(YamlFile.read(Path.of("../template.yaml")), "Resources").entries().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, named -> named.getValue().value().mapping(named.getKey())));
  }

  private static Mapping in(Mapping mapping, String name) {
    return mapping.find(name).orElseThrow().mapping(name);
  }

  private static String text(Mapping mapping, String name) {
    return mapping.find(name).orElseThrow().text(name);
  }

  private static String reference(Node node) {
    return ((Call) node).argument().text("Ref");
  }
}
