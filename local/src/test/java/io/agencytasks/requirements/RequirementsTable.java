package io.agencytasks.requirements;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.agencytasks.requirements.TaggedTests.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every requirement of PRD-015 with the tests that show it, as a page of Markdown. */
final class RequirementsTable {
  private static final String LIST = "/requirements/prd-015.tsv";

  private static final String INTRODUCTION =
      """
      # Requirements and their tests

      Each id of PRD-015 with the tests that are tagged with it; all of them run in `mvn verify`. This page is
      made from the tests, and a test refuses it when it is not what they say:

          mvn -q test -pl local -am -Dtest=RequirementsTest -Dsurefire.failIfNoSpecifiedTests=false -Drequirements.write

      """;

  private final Map<String, List<Shown>> byRequirement;

  RequirementsTable(List<Shown> shown) {
    this.byRequirement = shown.stream().collect(groupingBy(Shown::requirement));
  }

  /** The ids and what they ask for, in our words. */
  static Map<String, String> requirements() {
    try (var list = RequirementsTable.class.getResourceAsStream(LIST)) {
      var all = new LinkedHashMap<String, String>();
      new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", 2))
          .forEach(line -> all.put(line[0], line[1]));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String markdown() {
    var open =
        requirements().keySet().stream().filter(id -> !byRequirement.containsKey(id)).toList();
    return INTRODUCTION
        + "Without a test of their own so far: %s.\n\n"
            .formatted(open.isEmpty() ? "none" : String.join(", ", open))
        + "| id | asks for | shown by |\n|---|---|---|\n"
        + requirements().entrySet().stream()
            .map(one -> row(one.getKey(), one.getValue()))
            .collect(joining("\n"))
        + "\n";
  }

  private String row(String id, String text) {
    return "| %s | %s | %s |"
        .formatted(
            id,
            text,
            byRequirement.getOrDefault(id, List.of()).stream()
                .map(RequirementsTable::link)
                .distinct()
                .collect(joining("<br>")));
  }

  private static String link(Shown shown) {
    var file = shown.source().getFileName().toString().replace(".java", "");
    var link = "[%s](../%s)".formatted(file, shown.source());
    return shown.name().isEmpty() ? link : link + ": " + shown.name();
  }
}
