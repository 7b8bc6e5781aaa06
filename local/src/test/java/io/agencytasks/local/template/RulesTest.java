package io.agencytasks.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencytasks.local.template.Stack.Trigger;
import io.agencytasks.local.template.Stack.Trigger.BusRule;
import io.agencytasks.local.template.language.TemplateRefused;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function that listens to the bus: our sweep, were it one. */
class RulesTest {
  private static final String RULE =
      """
      Failures:
                Type: EventBridgeRule
                Properties:
                  EventBusName: !Ref Bus
                  Pattern:
                    source: [agency-tasks]
                    detail-type: [TaskFailed, !Sub 'Task${AWS::Region}']
                    detail:
                      taskId: [{ numeric: ['>', 5] }, '7', 7, 1.5]
                      asks: [{ exists: false }]
                      category: [true, 'true']
              EveryMinute:
      """
          .strip();

  @TempDir Path folder;

  @Test
  void a_rule_has_its_pattern_with_numbers_texts_and_booleans_as_written() {
    assertThat(read(RULE))
        .isEqualTo(
            new BusRule(
                "Sweep.Events.Failures",
                "Bus",
                "{\"source\":[\"agency-tasks\"],\"detail-type\":[\"TaskFailed\",\"Taskeu-west-1\"],"
                    + "\"detail\":{\"taskId\":[{\"numeric\":[\">\",5]},\"7\",7,1.5],"
                    + "\"asks\":[{\"exists\":false}],\"category\":[true,\"true\"]}}",
                true));
  }

  @Test
  void a_rule_may_have_a_name_and_sleep() {
    assertThat(
            read(
                RULE.replace(
                    "Pattern:",
                    "RuleName: Mine\n            State: DISABLED\n            Pattern:")))
        .isInstanceOfSatisfying(
            BusRule.class,
            rule -> {
              assertThat(rule.name()).isEqualTo("Mine");
              assertThat(rule.enabled()).isFalse();
            });
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          EventBusName: !Ref Bus | EventBusName: default | Sweep.Events.Failures.EventBusName is no event bus of this template.
          numeric: | numerical: | Sweep.Events.Failures.Pattern is no pattern of EventBridge: Unrecognized match type numerical
          source: [agency-tasks] | source: agency-tasks | Sweep.Events.Failures.Pattern is no pattern of EventBridge: "source" must be an object or an array
          EventBusName: !Ref Bus | State: ON | Sweep.Events.Failures: the property EventBusName is missing.
          Pattern: | InputPath: | Sweep.Events.Failures: the property InputPath is not understood.
          """)
  void what_is_no_rule_is_refused(String replaced, String by, String sentence) {
    assertThatThrownBy(() -> read(RULE.replace(replaced, by)))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageContaining(sentence);
  }

  private Trigger read(String events) {
    return OurTemplate.with("EveryMinute:", events).readIn(folder).functions().stream()
        .filter(function -> function.name().equals("Sweep"))
        .findFirst()
        .orElseThrow()
        .triggers()
        .getFirst();
  }
}
