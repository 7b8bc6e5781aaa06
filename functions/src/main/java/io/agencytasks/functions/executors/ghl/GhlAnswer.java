package io.agencytasks.functions.executors.ghl;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.json.Jsonb;
import io.agencytasks.functions.outbound.Answer;
import io.agencytasks.functions.outbound.BodyText;
import java.util.List;
import java.util.Map;

/** What GoHighLevel answered, without the secrets that it may repeat. */
final class GhlAnswer {
  private static final int MAX_MESSAGE = 300;

  private final Answer answer;
  private final JsonNode body;

  /**
   * Of this answer.
   *
   * @param secrets what must not be in it
   */
  GhlAnswer(Answer answer, List<String> secrets) {
    this.answer = answer;
    this.body =
        BodyText.of(answer)
            .map(text -> without(secrets, text))
            .flatMap(Jsonb::parse)
            .orElse(MissingNode.getInstance());
  }

  private static String without(List<String> secrets, String text) {
    var clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "***");
    }
    return clean;
  }

  /**
   * What is kept of it: the ids, and the whole where it fits.
   *
   * @param ids by what they are called, the JSON Pointer to each
   */
  Json result(String action, Map<String, String> ids, Records records) {
    var result =
        JsonNodeFactory.instance.objectNode().put("action", action).put("status", answer.status());
    var found = result.putObject("ids");
    ids.forEach((name, pointer) -> put(name, body.at(pointer), found));
    var whole = result.deepCopy();
    whole.set("answer", body.isMissingNode() ? JsonNodeFactory.instance.nullNode() : body);
    if (fits(whole)) {
      return Jsonb.render(whole);
    }
    records.keep("answer.json", "application/json", Jsonb.render(body).text().getBytes(UTF_8));
    return Jsonb.render(result.put("answerTruncated", true));
  }

  /** An id, or the ids of a list. */
  private static void put(String name, JsonNode value, ObjectNode ids) {
    if (value.isArray()) {
      var list = ids.putArray(name);
      value.valueStream().map(it -> it.path("id")).filter(JsonNode::isTextual).forEach(list::add);
    } else if (value.isTextual()) {
      ids.set(name, value);
    }
  }

  /** What it says went wrong, in its own words, for the task's owner only. */
  String message() {
    var said = body.path("message");
    var text =
        said.isArray()
            ? String.join("; ", said.valueStream().map(JsonNode::asText).toList())
            : said.asText();
    return text.codePointCount(0, text.length()) <= MAX_MESSAGE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_MESSAGE)) + "…";
  }

  private static boolean fits(ObjectNode result) {
    return Jsonb.render(result).text().getBytes(UTF_8).length <= Outcome.MAX_RESULT_BYTES;
  }
}
