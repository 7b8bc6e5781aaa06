package io.agencytasks.functions.executors.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found in a page.
 *
 * @param values by the names of the fields; null where there is none
 * @param missing what a required field lacks, in words
 * @param unread what other fields lack although something was there
 * @param tables the cells of each, row by row
 */
record Extracted(
    Map<String, JsonNode> values,
    List<String> missing,
    List<String> unread,
    Map<String, List<List<JsonNode>>> tables) {
  /** What an empty cell takes of memory, as characters would. */
  private static final int CELL = 10;

  /** Takes of a page all that is wanted. */
  static Extracted of(Source page, ExtractionConfig config, Effort effort)
      throws InterruptedException, TooMuchException {
    var extracted =
        new Extracted(
            new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
    for (Field field : config.fields()) {
      extracted.take(field, page.values(field.place(), field.all(), effort));
    }
    for (Table table : config.tables()) {
      extracted.take(table, page, effort);
    }
    return extracted;
  }

  private void take(Field field, List<JsonNode> found) {
    var read = read(field, found);
    var why = found.isEmpty() ? "nothing is there" : "not all is " + field.form().wanted();
    if (read.isEmpty() && field.required()) {
      missing.add("%s (%s)".formatted(field.name(), why));
    } else if (read.size() < found.size()) {
      unread.add("%s (%s)".formatted(field.name(), why));
    }
    values.put(
        field.name(),
        field.all() ? JsonNodeFactory.instance.arrayNode().addAll(read) : first(read));
  }

  private void take(Table table, Source page, Effort effort)
      throws InterruptedException, TooMuchException {
    var rows = new ArrayList<List<JsonNode>>();
    for (Source row : page.rows(table.rows(), effort)) {
      var cells = new ArrayList<JsonNode>();
      for (Field column : table.columns()) {
        effort.found(CELL);
        cells.add(first(read(column, row.values(column.place(), false, effort))));
      }
      rows.add(cells);
    }
    tables.put(table.name(), rows);
  }

  private static List<JsonNode> read(Field field, List<JsonNode> found) {
    return found.stream().map(field.form()::read).flatMap(Optional::stream).toList();
  }

  private static JsonNode first(List<JsonNode> read) {
    return read.isEmpty() ? JsonNodeFactory.instance.nullNode() : read.getFirst();
  }
}
