package io.agencytasks.functions.executors.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * Rows as a file of comma-separated values (RFC 4180), in UTF-8. A text that a spreadsheet would
 * take for a formula gets an apostrophe before it; numbers that were read as such stay as they are.
 */
final class Csv {
  private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r\n].*");

  private Csv() {}

  static byte[] of(Table table, List<List<JsonNode>> rows) {
    var text = new StringBuilder();
    try (var printer = CSVFormat.RFC4180.print(text)) {
      printer.printRecord(table.columns().stream().map(column -> defused(column.name())));
      for (List<JsonNode> row : rows) {
        printer.printRecord(row.stream().map(Csv::cell));
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text.toString().getBytes(UTF_8);
  }

  private static String cell(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> "";
      case NUMBER -> value.decimalValue().toPlainString();
      case STRING -> defused(value.textValue());
      case ARRAY, BINARY, BOOLEAN, OBJECT, POJO -> value.toString();
    };
  }

  private static String defused(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
