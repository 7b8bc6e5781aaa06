package io.agencytasks.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.executors.browser.OwnFiles;
import io.agencytasks.functions.json.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the steps of one attempt bring back. */
final class Haul {
  /** Leaves room for all else that a result says. */
  private static final int MOST_BYTES = Outcome.MAX_RESULT_BYTES - 4_096;

  private final ObjectNode extracted = JsonNodeFactory.instance.objectNode();
  private final List<String> files = new ArrayList<>();
  private final Redaction redaction;
  private final Records records;

  Haul(Redaction redaction, Records records) {
    this.redaction = redaction;
    this.records = records;
  }

  void extracted(String name, String text) {
    extracted.put(name, clean(text));
  }

  void extracted(String name, List<String> texts) {
    var list = extracted.putArray(name);
    texts.forEach(text -> list.add(clean(text)));
  }

  /** Keeps a file; false where it cannot be kept, which the log tells why. */
  boolean keep(String name, String contentType, byte[] content) {
    boolean kept = records.keep(name, contentType, content).isPresent();
    if (kept) {
      files.add(name);
    }
    return kept;
  }

  /**
   * All of it, for the task to show.
   *
   * @param url where the page is now
   */
  Json result(String url) {
    var result = JsonNodeFactory.instance.objectNode().put("url", withoutQuery(url));
    result.set("extracted", shown());
    var list = result.putArray("files");
    files.forEach(list::add);
    return new Json(result.toString());
  }

  /** What is too big for a result is a file. */
  private JsonNode shown() {
    var bytes = extracted.toString().getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MOST_BYTES) {
      return extracted;
    }
    return keep(OwnFiles.EXTRACTED, "application/json", bytes)
        ? JsonNodeFactory.instance.objectNode().put("file", OwnFiles.EXTRACTED)
        : JsonNodeFactory.instance.objectNode();
  }

  private String clean(String text) {
    return Jsonb.storable(redaction.of(text));
  }

  /** Queries and fragments are where pages put their tokens. */
  private String withoutQuery(String url) {
    var text = clean(url.replaceFirst("[?#].*", ""));
    return text.substring(0, Math.min(2_048, text.length()));
  }
}
