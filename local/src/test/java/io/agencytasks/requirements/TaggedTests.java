package io.agencytasks.requirements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests of all modules that name a requirement: a class or a method with a tag for it. */
final class TaggedTests {
  private static final Path HOUSE = Path.of("..");
  private static final List<String> MODULES = List.of("domain", "functions", "local");
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"((?:US|FR|NFR|AC)-[0-9.]+)\"\\)");
  private static final Pattern CLASS =
      Pattern.compile("^(?:public |final |abstract )*class (\\w+)");
  private static final Pattern METHOD = Pattern.compile("^  (?:\\w+ )*(\\w+)\\(");

  /**
   * A test and a requirement that it shows.
   *
   * @param source from the project's folder
   */
  record Shown(String requirement, Path source, String name) {}

  private TaggedTests() {}

  static List<Shown> all() {
    return MODULES.stream()
        .map(module -> HOUSE.resolve(module).resolve("src/test/java"))
        .flatMap(TaggedTests::sources)
        .sorted()
        .flatMap(source -> in(source).stream())
        .toList();
  }

  private static Stream<Path> sources(Path root) {
    try (var files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tags stand above what they are of, so each belongs to the next class or method. */
  private static List<Shown> in(Path source) {
    var shown = new ArrayList<Shown>();
    var tags = new ArrayList<String>();
    for (var line : lines(source)) {
      TAG.matcher(line).results().forEach(tag -> tags.add(tag.group(1)));
      for (var kind : List.of(CLASS, METHOD)) {
        var found = kind.matcher(line);
        if (!tags.isEmpty() && found.find()) {
          tags.forEach(
              tag ->
                  shown.add(new Shown(tag, HOUSE.relativize(source), name(kind, found.group(1)))));
          tags.clear();
        }
      }
    }
    return shown;
  }

  private static String name(Pattern kind, String name) {
    return kind == CLASS ? "" : name.replace('_', ' ');
  }

  private static List<String> lines(Path source) {
    try {
      return Files.readAllLines(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
