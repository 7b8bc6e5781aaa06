package io.agencytasks.functions.executors.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.artifact.Artifact;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.json.Jsonb;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept of a page, within {@value Outcome#MAX_RESULT_BYTES} bytes: where that is too little,
 * the longest values are left out, and all of them kept as an artifact.
 */
final class ExtractionResult {
  private final Extracted extracted;
  private final Records records;
  private final ObjectNode result;

  /**
   * Makes it.
   *
   * @param head what is told of the page itself
   */
  ExtractionResult(ObjectNode head, Extracted extracted, Records records) {
    this.result = head;
    this.extracted = extracted;
    this.records = records;
  }

  /** Empty where something could not be kept just now that belongs to it. */
  Optional<Json> keep(List<Table> tables) {
    var fields = result.putObject("fields");
    extracted.values().forEach(fields::set);
    return keepTables(tables) && (fits() || shorten(fields))
        ? Optional.of(Jsonb.render(result))
        : Optional.empty();
  }

  private boolean keepTables(List<Table> tables) {
    for (Table table : tables) {
      var rows = extracted.tables().getOrDefault(table.name(), List.of());
      var csv =
          records.keep("table-%s.csv".formatted(table.name()), "text/csv", Csv.of(table, rows));
      if (csv.isEmpty()) {
        return false;
      }
      result
          .withObject("/tables")
          .putObject(table.name())
          .put("rows", rows.size())
          .set("artifact", reference(csv.get()));
    }
    return true;
  }

  /** Leaves out the longest values until it fits. */
  private boolean shorten(ObjectNode fields) {
    var all = Jsonb.render(fields).text().getBytes(UTF_8);
    var data = records.keep("data.json", "application/json", all);
    data.ifPresent(artifact -> result.set("artifact", reference(artifact)));
    var leftOut = result.putArray("leftOut");
    for (String name : byLength(fields)) {
      if (fits()) {
        break;
      }
      fields.putNull(name);
      leftOut.add(name);
    }
    return data.isPresent();
  }

  private static List<String> byLength(ObjectNode fields) {
    Comparator<Map.Entry<String, JsonNode>> byLength =
        Comparator.comparingInt(field -> Jsonb.render(field.getValue()).text().length());
    return fields.propertyStream().sorted(byLength.reversed()).map(Map.Entry::getKey).toList();
  }

  private boolean fits() {
    return Jsonb.render(result).text().getBytes(UTF_8).length <= Outcome.MAX_RESULT_BYTES;
  }

  private static ObjectNode reference(Artifact artifact) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", artifact.name())
        .put("contentType", artifact.contentType())
        .put("bytes", artifact.bytes());
  }
}
