package io.agencytasks.local.template.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A template as text. In it, things of type {@code Test::Thing} are named after their ids. */
record TemplateText(String text, Map<String, String> parameters) {
  private static final Naming NAMING =
      new Naming() {
        @Override
        public Optional<Identity> identity(String type, String id) {
          return type.equals("Test::Thing")
              ? Optional.of(new Identity("name-of-" + id, Map.of("Arn", "arn-of-" + id)))
              : Optional.empty();
        }

        @Override
        public String absence(String type) {
          return "of no use";
        }
      };

  static TemplateText template(String sections) {
    return new TemplateText("Transform: AWS::Serverless-2016-10-31\n" + sections, Map.of());
  }

  /** A template whose resource {@code Thing} has this as its property {@code Value}, in line 5. */
  static TemplateText thingWithValue(String yaml) {
    return template(
        """
        Resources:
          Thing:
            Type: Test::Thing
            Properties: { Value: %s }
          Other:
            Type: Test::Thing
          Alarm:
            Type: Test::Alarm
        """
            .formatted(yaml));
  }

  TemplateText and(String sections) {
    return new TemplateText(text + sections, parameters);
  }

  TemplateText given(String parameter, String value) {
    return new TemplateText(text, Map.of(parameter, value));
  }

  List<Resource> resources() {
    return read().resources();
  }

  /** The properties of the first resource, which may have any that are named here. */
  Properties properties(String... understood) {
    return resources().getFirst().properties(Set.of(understood));
  }

  /** What the property {@code Value} of the first resource comes to. */
  String value() {
    return properties("Value").text("Value");
  }

  /** The same for a list. */
  List<String> values() {
    return properties("Value").texts("Value");
  }

  /** The sentence with which the template is refused, at the latest when its value is asked for. */
  String refusal() {
    return refusal(TemplateText::value);
  }

  String refusal(Function<TemplateText, ?> reading) {
    try {
      throw new AssertionError("It is not refused but read as: " + reading.apply(this));
    } catch (TemplateRefused refused) {
      return refused.getMessage();
    }
  }

  private Template read() {
    try {
      var file = Files.createTempDirectory("template").resolve("template.yaml");
      Files.writeString(file, text);
      try {
        return Template.read(file, parameters, Map.of("AWS::Region", "eu-west-1"), NAMING);
      } finally {
        Files.delete(file);
        Files.delete(file.getParent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
