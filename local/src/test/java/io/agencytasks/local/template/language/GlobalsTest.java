package io.agencytasks.local.template.language;

import static io.agencytasks.local.template.language.TemplateText.template;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GlobalsTest {
  private static final TemplateText TEXT =
      template(
          """
          Globals:
            Function:
              Timeout: 10
              MemorySize: 512
              Layers: [common]
              Environment: { Variables: { A: global, B: global } }
              Tags: { a: b }
          Resources:
            Function:
              Type: AWS::Serverless::Function
              Properties:
                Timeout: 20
                Layers: [own]
                Environment: { Variables: { B: own, C: own } }
                Tags: !Ref AWS::NoValue
            Thing:
              Type: Test::Thing
          """);

  @Test
  void names_are_merged_lists_joined_and_values_overridden() {
    var function = TEXT.properties("Timeout", "MemorySize", "Layers", "Environment", "Tags");

    assertThat(function.text("Timeout")).isEqualTo("20");
    assertThat(function.text("MemorySize")).isEqualTo("512");
    assertThat(function.texts("Layers")).containsExactly("common", "own");
    assertThat(function.nested("Environment", Set.of("Variables")).textsByName("Variables"))
        .isEqualTo(Map.of("A", "global", "B", "own", "C", "own"));
    assertThat(function.find("Tags")).isEmpty();
  }

  @Test
  void resources_of_other_kinds_keep_their_own() {
    assertThat(TEXT.resources().getLast().properties(Set.of("Timeout")).find("Timeout")).isEmpty();
  }

  @Test
  void another_kind_of_globals_is_refused() {
    assertThat(template("Globals:\n  SimpleTable: {}\n").refusal())
        .isEqualTo("template.yaml, line 3: Globals: SimpleTable is not understood.");
  }
}
