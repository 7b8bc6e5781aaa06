package io.agencytasks.local.bench;

import io.agencytasks.local.template.Stack.Trigger.Route;
import java.net.URI;

/**
 * Bodies of requests.
 *
 * @param target what the tasks call
 */
record TaskBodies(URI target) {
  private static final String CREATE_PATH = "/v1/tasks";

  ApiRequest createAutomatic() {
    return new ApiRequest("POST", CREATE_PATH, task("automatic"));
  }

  /** The route alone is measured: a task made by it runs when it is told to, not at once. */
  String of(Route route) {
    return switch (route.method() + " " + route.path()) {
      case "POST /v1/tasks" -> task("manual_trigger");
      case "PATCH /v1/tasks/{id}" -> "{\"priority\": \"low\"}";
      case "POST /v1/tasks/{id}/reject" -> "{\"reason\": \"Not this one\"}";
      case "POST /v1/tasks/{id}/input" -> "{\"input\": {\"code\": \"123456\"}}";
      case "POST /v1/tasks/bulk" -> "{\"ids\": [{id}], \"action\": \"tag\", \"add\": [\"seen\"]}";
      case "POST /v1/templates" ->
          "{\"name\": \"Saved {id}\", \"task\": %s}".formatted(task("manual_trigger"));
      case "PATCH /v1/templates/{id}" -> "{\"description\": \"For the monthly report\"}";
      default -> route.method().equals("POST") ? "{}" : "";
    };
  }

  private String task(String executionType) {
    return """
    {"title": "Ask the other side", "taskType": "api_call", "executionType": "%s",
     "executionConfig": {"url": "%s"}}
    """
        .formatted(executionType, target);
  }
}
