package io.agencytasks.local.template.language;

import static io.agencytasks.local.template.language.TemplateText.template;
import static io.agencytasks.local.template.language.TemplateText.thingWithValue;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template is made of, outside its values. */
class TemplateTest {

  @Test
  void resources_come_in_the_order_of_the_template() {
    assertThat(thingWithValue("x").resources())
        .extracting(Resource::name)
        .containsExactly("Thing", "Other", "Alarm");
  }

  @Test
  void a_template_must_be_one_of_sam() {
    var plain = new TemplateText("Resources: {}\n", Map.of());
    var other = new TemplateText("Transform: Another\nResources: {}\n", Map.of());

    assertThat(plain.refusal())
        .isEqualTo("template.yaml, line 1: The Transform must be AWS::Serverless-2016-10-31.");
    assertThat(other.refusal()).isEqualTo(plain.refusal());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Rules: {}                                | 2 | The section Rules is not understood.
          Resources: [a]                           | 2 | The section Resources must have names with values.
          Resources:⏎ A: { Properties: {} }        | 3 | A: its Type is missing.
          Resources:⏎ A: here                      | 3 | A must have names with values.
          Resources:⏎ A:⏎  Type: [a]               | 4 | A.Type must be a single value.
          Resources:⏎ A:⏎  Type: T⏎  Policy: {}    | 5 | A: the attribute Policy is not understood.
          Resources:⏎ A:⏎  Type: T⏎  Properties: x | 5 | A.Properties must have names with values.
          Resources:⏎ A:⏎  Type: T⏎  DependsOn: B  | 5 | Nothing that could be meant here is called B.
          Resources:⏎ A:⏎  Type: T⏎  DependsOn: [A,⏎ B] | 6 | Nothing that could be meant here is called B.
          Resources:⏎ A:⏎  Type: T⏎  Properties:⏎   Deep: [{ x: !Ref B }] | 6 | Nothing that could be meant here is called B.
          Outputs:⏎ Url:⏎  Value: !GetAtt A.B      | 4 | Nothing that could be meant here is called A.
          Outputs:⏎ Url:⏎  Condition: C⏎  Value: x | 4 | There is no condition called C.
          Globals:⏎ Function:⏎  Timeout: !Ref B    | 4 | Nothing that could be meant here is called B.
          """)
  void what_does_not_hold_together_is_refused_by_line(String sections, int line, String sentence) {
    assertThat(template(sections.replace('⏎', '\n')).refusal())
        .isEqualTo("template.yaml, line " + line + ": " + sentence);
  }
}
