package io.agencytasks.local.spine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

/** The body that creates a task. */
public record ATask(ObjectNode fields) {

  static ATask of(String taskType) {
    return new ATask(
        JsonNodeFactory.instance.objectNode().put("title", "A task").put("taskType", taskType));
  }

  /** A browser_automation with these steps, each as JSON with single quotes. */
  static ATask browsing(String... steps) {
    ATask task = of("browser_automation");
    task.fields
        .putObject("executionConfig")
        .set("steps", json("[" + String.join(",", steps) + "]"));
    return task;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An api_call that gets a page. */
  static ATask calling(URI url) {
    ATask task = of("api_call");
    task.fields.putObject("executionConfig").put("url", url.toString());
    return task;
  }

  /** An api_call that may not be made twice unasked. */
  static ATask posting(URI url) {
    ATask task = calling(url);
    task.fields.withObject("/executionConfig").put("method", "POST");
    return task;
  }

  ATask with(String field, String value) {
    return new ATask(fields.deepCopy().put(field, value));
  }

  /**
   * Waits until it is told to run, and then for ever: on the shared cloud nobody runs this type.
   */
  public static ATask idle() {
    return waiting().with("executionType", "manual_trigger");
  }

  /** Waits for ever, though nothing holds it back. */
  static ATask waiting() {
    return browsing("{'do':'goto','url':'https://example.com/'}");
  }

  ATask awaitingReview() {
    return with("requiresHumanReview", true);
  }

  ATask with(String field, boolean value) {
    return new ATask(fields.deepCopy().put(field, value));
  }

  ATask with(String field, int value) {
    return new ATask(fields.deepCopy().put(field, value));
  }

  ATask withConfig(String field, int value) {
    return withConfig(field, Integer.toString(value));
  }

  /** A field of its executionConfig, as JSON with single quotes. */
  ATask withConfig(String field, String value) {
    ObjectNode copy = fields.deepCopy();
    copy.withObject("/executionConfig").set(field, json(value));
    return new ATask(copy);
  }

  ATask after(long... ids) {
    ObjectNode copy = fields.deepCopy();
    for (long id : ids) {
      copy.withArray("dependsOn").add(id);
    }
    return new ATask(copy);
  }

  JsonNode config() {
    return fields.path("executionConfig");
  }

  String json() {
    return fields.toString();
  }
}
