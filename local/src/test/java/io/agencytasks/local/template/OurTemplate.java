package io.agencytasks.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Our template with one thing changed.
 *
 * @param line where the change begins
 */
record OurTemplate(String text, int line) {
  static final Path PATH = Path.of("../template.yaml");

  static final Surroundings HERE =
      new Surroundings(
          "eu-west-1",
          "000000000000",
          "agency-tasks",
          URI.create("http://localhost:8080"),
          URI.create("http://localhost:8081/issuer"),
          URI.create("http://localhost:9324"));

  /** Replaces a text wherever it occurs; {@code ⏎} stands for the end of a line. */
  static OurTemplate with(String replaced, String by) {
    try {
      var ours = Files.readString(PATH);
      var old = replaced.replace('⏎', '\n');
      assertThat(ours).contains(old);
      var before = ours.substring(0, ours.indexOf(old));
      return new OurTemplate(
          ours.replace(old, by.replace('⏎', '\n')), (int) before.lines().count());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Stack readIn(Path folder) {
    try {
      var file = Files.writeString(folder.resolve("template.yaml"), text);
      return StackReader.read(file, Map.of("BrowserImageUri", "browser:1"), HERE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
