package io.agencytasks.local.bench;

import io.agencytasks.local.template.Stack.Trigger.Route;
import java.net.URI;

/**
 * Bodies of requests.
 *
 * @param target what the tasks call
 */
record TaskBodies(URI target) {
  static final String CREATE_PATH = "/v1/tasks";

  ApiRequest createAutomatic() {
    return new ApiRequest("POST", CREATE_PATH, task("automatic"));
  }

  ApiRequest createManual() {
    return new ApiRequest("POST", CREATE_PATH, task("manual_trigger"));
  }

  /**
   * Routes that ask the database something, and of a task no more than that it is there: reviews,
   * answers and copies need tasks in a state of their own.
   */
  static boolean isMeasured(Route route) {
    boolean aboutTasks =
        route.path().startsWith("/v1/") && !route.path().endsWith(".yaml") && !isOfATemplate(route);
    return aboutTasks
        && (route.method().equals("GET")
            || route.method().equals("PATCH")
            || route.path().equals(CREATE_PATH)
            || route.path().endsWith("/execute"));
  }

  private static boolean isOfATemplate(Route route) {
    return route.path().startsWith("/v1/templates/");
  }

  /** The route alone is measured: a task made by it runs when it is told to, not at once. */
  String of(Route route) {
    if (route.method().equals("GET")) {
      return "";
    }
    if (route.method().equals("PATCH")) {
      return "{\"priority\": \"low\"}";
    }
    return route.path().equals(CREATE_PATH) ? createManual().body() : "{}";
  }

  private String task(String executionType) {
    return """
    {"title": "Ask the other side", "taskType": "api_call", "executionType": "%s",
     "executionConfig": {"url": "%s"}}
    """
        .formatted(executionType, target);
  }
}
