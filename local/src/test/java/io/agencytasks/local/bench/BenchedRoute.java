package io.agencytasks.local.bench;

import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.Route;
import java.util.List;

/**
 * A route of the template and what to send it.
 *
 * @param about what each request is about; its number stands for {@code {id}} in path and body
 */
record BenchedRoute(Route route, Stock.Kind about, String body) {
  private static final String ID = "{id}";

  /** Those that ask the database something. */
  static List<BenchedRoute> all(Stack stack, TaskBodies bodies) {
    return stack.functions().stream()
        .flatMap(function -> function.triggers().stream())
        .filter(Route.class::isInstance)
        .map(Route.class::cast)
        .filter(route -> !isDocumentation(route))
        .map(route -> new BenchedRoute(route, about(route), bodies.of(route)))
        .toList();
  }

  ApiRequest request(long number) {
    String id = Long.toString(number);
    return new ApiRequest(route.method(), route.path().replace(ID, id), body.replace(ID, id));
  }

  /** Whether every request needs something that none has asked for before. */
  boolean usesUp() {
    return !route.method().equals("GET");
  }

  private static boolean isDocumentation(Route route) {
    return route.path().startsWith("/docs") || route.path().endsWith(".yaml");
  }

  private static Stock.Kind about(Route route) {
    String path = route.path();
    if (path.startsWith("/v1/templates/{id}")) {
      return Stock.Kind.TEMPLATE;
    }
    if (path.endsWith("/approve") || path.endsWith("/reject")) {
      return Stock.Kind.UNREVIEWED_TASK;
    }
    if (path.endsWith("/input")) {
      return Stock.Kind.ASKING_TASK;
    }
    return path.contains(ID) || path.endsWith("/bulk")
        ? Stock.Kind.WAITING_TASK
        : Stock.Kind.NUMBER;
  }

  @Override
  public String toString() {
    return route.method() + " " + route.path();
  }
}
