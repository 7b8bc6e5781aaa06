package io.agencytasks.functions.http;

import io.agencytasks.domain.secret.Secret;
import io.agencytasks.domain.task.Task;
import io.agencytasks.domain.template.Template;
import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.functions.trace.Trace;
import java.util.HashMap;
import java.util.Map;

/**
 * What an endpoint answers: a status, headers, and a body that becomes JSON unless it is {@link
 * Content}.
 */
record Answer(int status, Map<String, String> headers, Object body) {

  static Answer ok(Object body) {
    return new Answer(200, Map.of(), body);
  }

  /** A task, with its version as the ETag. */
  static Answer ok(Task task, Object body) {
    return new Answer(200, Map.of("ETag", etag(task)), body);
  }

  static Answer created(Task task) {
    Trace.about(task.id().value());
    return new Answer(
        201, Map.of("Location", "/v1/tasks/" + task.id().value(), "ETag", etag(task)), task);
  }

  static Answer ok(Template template) {
    return new Answer(200, Map.of("ETag", etag(template.version())), template);
  }

  static Answer created(Template template) {
    return new Answer(
        201,
        Map.of(
            "Location", "/v1/templates/" + template.id().value(), "ETag", etag(template.version())),
        template);
  }

  /** A webhook, with its version as the ETag. */
  static Answer ok(Webhook webhook, Object body) {
    return new Answer(200, Map.of("ETag", etag(webhook.version())), body);
  }

  static Answer created(Webhook webhook, Object body) {
    return new Answer(
        201,
        Map.of("Location", "/v1/webhooks/" + webhook.id().value(), "ETag", etag(webhook.version())),
        body);
  }

  /** A secret is never read, so it has no place to be read from. */
  static Answer created(Secret secret) {
    return new Answer(201, Map.of(), secret);
  }

  static Answer accepted(Object body) {
    return new Answer(202, Map.of(), body);
  }

  Answer with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, Map.copyOf(more), body);
  }

  private static String etag(Task task) {
    return etag(task.summary().version());
  }

  private static String etag(int version) {
    return "\"%d\"".formatted(version);
  }
}
