package io.agencytasks.local.template.language;

import static io.agencytasks.local.template.language.TemplateText.template;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "!Equals [!Ref Colour, red] | true",
        "!Equals [!Ref Colour, blue] | false",
        "!Equals [!Sub '${Colour}!', red!] | true",
        "{ 'Fn::Equals': [a, a] } | true",
        "!Not [!Equals [a, a]] | false",
        "!Not [!Condition No] | true",
        "!And [!Condition Yes, !Equals [a, a]] | true",
        "!And [!Condition Yes, !Condition Yes, !Condition No] | false",
        "!Or [!Condition No, !Condition Yes] | true",
        "{ 'Fn::Or': [{ Condition: No }, { Condition: No }] } | false",
      })
  void a_resource_exists_while_its_condition_holds(String condition, boolean holds) {
    assertThat(under(condition).resources()).hasSize(holds ? 2 : 1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "yes | A condition must be a function, such as Fn::Equals.",
        "!Sub '${Colour}' | Fn::Sub cannot decide a condition.",
        "!Equals [a] | Fn::Equals takes 2 values, not 1.",
        "!Not [!Condition Yes, !Condition No] | Fn::Not takes 1 values, not 2.",
        "!And [!Condition Yes] | Fn::And takes 2 to 10 values, not 1.",
        "!Condition Perhaps | There is no condition called Perhaps.",
        "!Condition Asked | The condition Asked depends on itself.",
        "!Equals [!Ref Always, a] | Nothing that could be meant here is called Always.",
        "!Equals [!If [Yes, a, b], a] | Fn::If has no place inside a condition.",
      })
  void what_cannot_decide_is_refused_by_line(String condition, String sentence) {
    assertThat(under(condition).refusal()).isEqualTo("template.yaml, line 7: " + sentence);
  }

  @Test
  void a_resource_cannot_have_a_condition_that_is_not_there() {
    var text = template("Resources:\n  Thing:\n    Type: Test::Thing\n    Condition: Perhaps\n");

    assertThat(text.refusal())
        .isEqualTo("template.yaml, line 5: There is no condition called Perhaps.");
  }

  private static TemplateText under(String condition) {
    return template(
        """
        Parameters:
          Colour: { Type: String, Default: red }
        Conditions:
          Yes: !Equals [a, a]
          No: !Equals [a, b]
          Asked: %s
        Resources:
          Always: { Type: Test::Thing }
          Perhaps: { Type: Test::Thing, Condition: Asked }
        """
            .formatted(condition));
  }
}
