package io.agencytasks.local.template.language;

import static io.agencytasks.local.template.language.TemplateText.thingWithValue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParametersTest {

  @Test
  void a_parameter_has_its_default_until_it_is_given_a_value() {
    var text = parameter("{ Type: Number, Default: 60 }");

    assertThat(text.value()).isEqualTo("60");
    assertThat(text.given("P", "90").value()).isEqualTo("90");
  }

  @Test
  void a_list_is_split_at_its_commas() {
    assertThat(parameter("{ Type: CommaDelimitedList }").given("P", "a, b,c").values())
        .containsExactly("a", "b", "c");
    assertThat(parameter("{ Type: List<Number> }").given("P", "1, 2").values())
        .containsExactly("1", "2");
  }

  @ParameterizedTest(name = "{0} given {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{ Type: String, AllowedValues: [a, b] } | a",
        "{ Type: String, AllowedPattern: '[a-z]+' } | abc",
        "{ Type: String, MinLength: 2, MaxLength: 2 } | ab",
        "{ Type: Number, MinValue: 0.5, MaxValue: 2 } | 0.5",
        "{ Type: Number, AllowedValues: [1, 7] } | 7",
        "{ Type: String, NoEcho: true, ConstraintDescription: c, Description: d } | x",
      })
  void a_value_within_the_rules_is_taken(String declared, String value) {
    assertThat(parameter(declared).given("P", value).value()).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0} given {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{ Type: String, AllowedValues: [a, b] } | c | 'c' is none of its AllowedValues [a, b].",
        "{ Type: String, AllowedPattern: '[a-z]+' } | ab1 | 'ab1' does not match its AllowedPattern"
            + " [a-z]+.",
        "{ Type: String, AllowedPattern: '[' } | a | its AllowedPattern is not a regular"
            + " expression: Unclosed character class.",
        "{ Type: String, MinLength: 2 } | a | 'a' is outside its MinLength 2.",
        "{ Type: String, MaxLength: 1 } | ab | 'ab' is outside its MaxLength 1.",
        "{ Type: Number, MinValue: 10 } | 9.9 | '9.9' is outside its MinValue 10.",
        "{ Type: Number, MaxValue: 10 } | 11 | '11' is outside its MaxValue 10.",
        "{ Type: Number } | ten | 'ten' is not a number.",
        "{ Type: List<Number> } | 1,x | 'x' is not a number.",
        "{ Type: CommaDelimitedList, AllowedValues: [a, b] } | a,c | 'c' is none of its"
            + " AllowedValues [a, b].",
        "{ Type: AWS::EC2::VPC::Id } | a | the type AWS::EC2::VPC::Id is not understood.",
        "{ Type: String, Colour: red } | a | Colour is not understood.",
        "{ Default: a } | a | its Type is missing.",
      })
  void a_value_outside_the_rules_is_refused(String declared, String value, String sentence) {
    assertThat(parameter(declared).given("P", value).refusal())
        .isEqualTo("template.yaml, line 11: Parameter P: " + sentence);
  }

  @Test
  void a_default_is_held_to_the_rules_too() {
    assertThat(parameter("{ Type: Number, MinValue: 10, Default: 9 }").refusal())
        .isEqualTo("template.yaml, line 11: Parameter P: '9' is outside its MinValue 10.");
  }

  @Test
  void a_parameter_without_default_must_be_given() {
    assertThat(parameter("{ Type: String }").refusal())
        .isEqualTo(
            "template.yaml, line 11: Parameter P: it has no default, so a value must be given.");
  }

  @Test
  void a_value_for_a_parameter_that_is_not_there_is_refused() {
    assertThat(parameter("{ Type: String, Default: a }").given("Q", "b").refusal())
        .isEqualTo("template.yaml, line 11: There is no parameter Q to give a value.");
  }

  private static TemplateText parameter(String declared) {
    return thingWithValue("!Ref P").and("Parameters:\n  P: " + declared + "\n");
  }
}
