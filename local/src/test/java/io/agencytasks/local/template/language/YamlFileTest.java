package io.agencytasks.local.template.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {
  @TempDir Path folder;

  @Test
  void a_file_that_is_not_there_is_named() {
    var missing = folder.resolve("template.yaml");

    assertThatThrownBy(() -> YamlFile.read(missing))
        .isInstanceOf(TemplateRefused.class)
        .hasMessage("There is no template at " + missing + ".");
  }

  @Test
  void a_file_that_cannot_be_read_is_named() {
    assertThatThrownBy(() -> YamlFile.read(folder))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageStartingWith("The template " + folder + " cannot be read: ");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 1 | The template is empty.",
        "'[a, b]' | 1 | The template must have names with values.",
        "'a: b\n c: d' | 2 | This is not YAML: mapping values are not allowed here.",
        "'a: 1\nb: [' | 2 | This is not YAML: expected the node content, but found '<stream end>'.",
        "'a: 1\nb: 2\na: 3' | 3 | a is here twice.",
        "'a: 1\nb:\n' | 2 | A value is missing.",
        "'a: &x 1\nb: *x' | 1 | CloudFormation knows no YAML anchors.",
        "'a: 1\nb: !!binary abc' | 2 | The YAML tag tag:yaml.org,2002:binary is not understood.",
        "'a: 1\nb: !<x-y> abc' | 2 | The YAML tag x-y is not understood.",
        "'? [a]\n: b' | 1 | A name must be a single value.",
      })
  void what_is_not_the_yaml_of_a_template_is_refused(String yaml, int line, String sentence)
      throws IOException {
    var file = folder.resolve("template.yaml");
    Files.writeString(file, yaml);

    assertThatThrownBy(() -> YamlFile.read(file))
        .isInstanceOf(TemplateRefused.class)
        .hasMessage("template.yaml, line " + line + ": " + sentence);
  }

  @Test
  void a_file_that_is_not_text_is_refused() throws IOException {
    var file = folder.resolve("template.yaml");
    Files.write(file, "a: ä".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> YamlFile.read(file))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageStartingWith("The template " + file + " cannot be read: ");

    Files.writeString(file, "a: \0");
    assertThatThrownBy(() -> YamlFile.read(file))
        .isInstanceOf(TemplateRefused.class)
        .hasMessage("template.yaml is not YAML: special characters are not allowed.");
  }

  @Test
  void the_conditions_of_a_policy_are_no_call() throws IOException {
    var file = folder.resolve("template.yaml");
    Files.writeString(file, "Statement: { Condition: { Bool: { secure: false } } }");

    assertThat(YamlFile.read(file).find("Statement"))
        .hasValueSatisfying(node -> assertThat(node).isInstanceOf(Node.Mapping.class));
  }
}
