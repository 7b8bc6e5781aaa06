package io.agencytasks.local.template.language;

import static io.agencytasks.local.template.language.TemplateText.thingWithValue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {
  private static final String SECTIONS =
      """
      Parameters:
        Colour: { Type: String, Default: red }
        Colours: { Type: CommaDelimitedList, Default: 'red, green' }
      Mappings:
        Sizes:
          eu-west-1: { small: '1', many: [a, b] }
      Conditions:
        IsRed: !Equals [!Ref Colour, red]
        IsBlue: !Equals [!Ref Colour, blue]
      """;

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | plain",
        "12 | 12",
        "'12' | 12",
        "!Ref Colour | red",
        "{ Ref: Colour } | red",
        "!Ref Other | name-of-Other",
        "!Ref AWS::Region | eu-west-1",
        "!GetAtt Other.Arn | arn-of-Other",
        "!GetAtt [Other, Arn] | arn-of-Other",
        "{ 'Fn::GetAtt': [Other, Arn] } | arn-of-Other",
        "!Sub '${Colour}-${Other}-${Other.Arn}-${AWS::Region}' |"
            + " red-name-of-Other-arn-of-Other-eu-west-1",
        "!Sub 'costs $5, not ${!Colour}' | costs $5, not ${Colour}",
        "!Sub ['${Colour} ${Own}', { Own: !Ref Other }] | red name-of-Other",
        "{ 'Fn::Sub': ['${Colour}', { Colour: green }] } | green",
        "!Join ['-', [a, !Ref Colour, c]] | a-red-c",
        "{ 'Fn::Join': ['', !Ref Colours] } | redgreen",
        "!Select [1, [a, b, c]] | b",
        "!Select ['0', !Ref Colours] | red",
        "!Select [2, !Split [/, 'a/b/c']] | c",
        "{ 'Fn::Select': [0, { 'Fn::Split': ['.', 'x.y'] }] } | x",
        "!If [IsRed, yes, no] | yes",
        "!If [IsBlue, yes, no] | no",
        "{ 'Fn::If': [IsBlue, yes, !Ref Colour] } | red",
        "!FindInMap [Sizes, !Ref AWS::Region, small] | 1",
        "{ 'Fn::FindInMap': [Sizes, eu-west-1, small] } | 1",
      })
  void an_intrinsic_yields_its_value(String yaml, String value) {
    assertThat(thingWithValue(yaml).and(SECTIONS).value()).isEqualTo(value);
  }

  @Test
  void lists_stay_lists() {
    assertThat(thingWithValue("!Ref Colours").and(SECTIONS).values())
        .containsExactly("red", "green");
    assertThat(thingWithValue("!Split [';', 'a;;b']").values()).containsExactly("a", "", "b");
    assertThat(thingWithValue("!FindInMap [Sizes, eu-west-1, many]").and(SECTIONS).values())
        .containsExactly("a", "b");
  }

  @Test
  void no_value_is_as_if_it_were_not_there() {
    assertThat(thingWithValue("!Ref AWS::NoValue").properties("Value").find("Value")).isEmpty();
    assertThat(thingWithValue("[a, !Ref AWS::NoValue, b]").values()).containsExactly("a", "b");
    assertThat(
            thingWithValue("{ a: 1, b: !If [IsBlue, 2, !Ref AWS::NoValue] }")
                .and(SECTIONS)
                .properties("Value")
                .textsByName("Value"))
        .containsOnlyKeys("a");
  }

  @Test
  void the_branch_not_taken_may_name_what_does_not_exist() {
    var only =
        """
          OnlyWhenBlue: { Type: Test::Thing, Condition: IsBlue }
        """;

    assertThat(
            thingWithValue("!If [IsBlue, !Ref OnlyWhenBlue, none]").and(only).and(SECTIONS).value())
        .isEqualTo("none");
    assertThat(thingWithValue("!Ref OnlyWhenBlue").and(only).and(SECTIONS).refusal())
        .isEqualTo("template.yaml, line 5: OnlyWhenBlue does not exist under these parameters.");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "!Cidr [10.0.0.0/24, 2] | The function Fn::Cidr is not understood.",
        "!ImportValue Exported | The function Fn::ImportValue is not understood.",
        "!Ref [a] | Ref must be a single value.",
        "!Ref Nobody | Nothing that could be meant here is called Nobody.",
        "!GetAtt Nobody.Arn | Nothing that could be meant here is called Nobody.",
        "!GetAtt Other | Fn::GetAtt takes a resource and an attribute.",
        "!GetAtt { a: b } | Fn::GetAtt takes a resource and an attribute.",
        "!GetAtt Other.Size | Other has no attribute Size on a laptop.",
        "!GetAtt Colour.Arn | Nothing that could be meant here is called Colour.",
        "!Ref Alarm | Alarm has no name on a laptop, which leaves out Test::Alarm: of no use.",
        "!Sub '${Nobody}' | Nothing that could be meant here is called Nobody.",
        "!Sub '${Nobody.Arn}' | Nothing that could be meant here is called Nobody.",
        "!Sub ['${Own}', { Own: !Ref Nobody }] | Nothing that could be meant here is called"
            + " Nobody.",
        "!Sub [a] | Fn::Sub takes a text, or a text and its variables.",
        "!Sub ['${Colours}', {}] | This must be a single value.",
        "!Join [','] | Fn::Join takes 2 values, not 1.",
        "!Join [',', a] | What Fn::Join joins must be a list.",
        "!Join [',', [!Ref AWS::NoValue, { a: b }]] | This must be a single value.",
        "!Select [2, [a, b]] | Fn::Select: there is no item 2 in a list of 2.",
        "!Select [x, [a, b]] | Fn::Select: there is no item x in a list of 2.",
        "!Select [0, !Ref AWS::NoValue] | AWS::NoValue cannot stand for this value.",
        "!If [IsRed, a] | Fn::If takes 3 values, not 2.",
        "!If [IsGreen, a, b] | There is no condition called IsGreen.",
        "!FindInMap [Sizes, eu-west-1, big] | Fn::FindInMap: there is no big in Mappings.",
        "!FindInMap [Sizes, eu-west-1, small, more] | Fn::FindInMap takes 3 values, not 4.",
      })
  void what_is_not_understood_is_refused_by_name_and_line(String yaml, String sentence) {
    assertThat(thingWithValue(yaml).and(SECTIONS).refusal())
        .isEqualTo("template.yaml, line 5: " + sentence);
  }
}
