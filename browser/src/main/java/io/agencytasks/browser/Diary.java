package io.agencytasks.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.execution.Progress;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.executors.browser.Step;
import io.agencytasks.functions.json.Mappers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes how far the steps are, as they are taken. */
final class Diary {
  private static final String STATUS = "status";
  private static final String ASKED = "asked";
  private static final String SESSION = "session";

  private final List<Step> steps;
  private final Records records;
  private final Session session;
  private final ArrayNode results;

  Diary(List<Step> steps, Records records, Session session) {
    this.steps = steps;
    this.records = records;
    this.session = session;
    this.results =
        session.resumed() ? resultsBefore(records) : JsonNodeFactory.instance.arrayNode();
  }

  /** The browser that the attempt before this one left open when it asked, by its session. */
  static Optional<String> sessionBefore(Records records) {
    var id = last(records).path(SESSION);
    return id.isTextual() ? Optional.of(id.textValue()) : Optional.empty();
  }

  private static JsonNode last(Records records) {
    var before = resultsBefore(records);
    return before.path(before.size() - 1);
  }

  private static ArrayNode resultsBefore(Records records) {
    try {
      var json = records.before().map(it -> it.results().text()).orElse("[]");
      return Mappers.forRows().readTree(json) instanceof ArrayNode array
          ? array
          : JsonNodeFactory.instance.arrayNode();
    } catch (JsonProcessingException malformed) {
      return JsonNodeFactory.instance.arrayNode();
    }
  }

  /** Whether the attempt before this one stopped to ask a person. */
  static boolean askedBefore(Records records) {
    return last(records).path(STATUS).asText().equals(ASKED);
  }

  /**
   * Says which step comes now.
   *
   * @param done how many have been taken
   * @return false where the attempt is wanted no more
   */
  boolean at(int done) {
    if (done < steps.size()) {
      records.log().info("Step %d of %d: %s.".formatted(done + 1, steps.size(), kind(done)));
    }
    return note(done, done < steps.size() ? current(done) : null);
  }

  void done(int index, long millis) {
    add(index, "done", millis);
  }

  void failed(int index, long millis) {
    add(index, "failed", millis);
    note(index, current(index));
  }

  /** Before a person is asked. */
  boolean asked(int index) {
    var asked = add(index, ASKED, 0);
    session.elsewhere().ifPresent(it -> asked.put(SESSION, it.id()));
    return note(index, current(index));
  }

  private boolean note(int done, @Nullable String current) {
    return records.note(new Progress(steps.size(), done, current, new Json(results.toString())));
  }

  private String current(int index) {
    return "%d: %s".formatted(index + 1, kind(index));
  }

  private ObjectNode add(int index, String status, long millis) {
    return results
        .addObject()
        .put("step", index + 1)
        .put("do", kind(index))
        .put(STATUS, status)
        .put("millis", millis);
  }

  private String kind(int index) {
    return steps.get(index).kind().toString();
  }
}
