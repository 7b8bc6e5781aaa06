package io.agencytasks.local.spine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** The body that creates a task. */
public record ATask(ObjectNode fields) {

  static ATask of(String taskType) {
    return new ATask(
        JsonNodeFactory.instance.objectNode().put("title", "A task").put("taskType", taskType));
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

  /** Waits until it is told to run, and then for ever: nobody runs this type here. */
  public static ATask idle() {
    return of("browser_automation").with("executionType", "manual_trigger");
  }

  ATask awaitingReview() {
    return with("requiresHumanReview", true);
  }

  ATask with(String field, boolean value) {
    return new ATask(fields.deepCopy().put(field, value));
  }

  ATask withConfig(String field, int value) {
    ObjectNode copy = fields.deepCopy();
    copy.withObject("/executionConfig").put(field, value);
    return new ATask(copy);
  }

  ATask after(long... ids) {
    ObjectNode copy = fields.deepCopy();
    for (long id : ids) {
      copy.withArray("dependsOn").add(id);
    }
    return new ATask(copy);
  }

  String json() {
    return fields.toString();
  }
}
