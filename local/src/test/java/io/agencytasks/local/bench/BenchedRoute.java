package io.agencytasks.local.bench;

import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.Route;
import java.util.List;

/** A route of the template and what to send it; one that needs more than this is seen to fail. */
record BenchedRoute(Route route, String body) {
  private static final String TASK = "{id}";

  static List<BenchedRoute> all(Stack stack, TaskBodies bodies) {
    return stack.functions().stream()
        .flatMap(function -> function.triggers().stream())
        .filter(Route.class::isInstance)
        .map(Route.class::cast)
        .filter(TaskBodies::isMeasured)
        .map(route -> new BenchedRoute(route, bodies.of(route)))
        .toList();
  }

  ApiRequest request(long task) {
    return new ApiRequest(route.method(), route.path().replace(TASK, Long.toString(task)), body);
  }

  /** Whether every request needs a task that none has asked for before. */
  boolean usesTasksUp() {
    return route.path().contains(TASK) && !route.method().equals("GET");
  }

  boolean createsTasks() {
    return route.method().equals("POST") && route.path().equals(TaskBodies.CREATE_PATH);
  }

  @Override
  public String toString() {
    return route.method() + " " + route.path();
  }
}
