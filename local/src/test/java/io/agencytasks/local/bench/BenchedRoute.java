package io.agencytasks.local.bench;

import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.Route;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A route of the template and what to send it.
 *
 * @param about what each request is about; its number stands for {@code {id}} in path and body
 */
record BenchedRoute(Route route, Stock.Kind about, String body) {
  private static final String ID = "{id}";
  private static final Pattern MEASURED = Pattern.compile("/v1/(tasks|templates|health)\\b");

  /** Those of tasks and templates, and the one that asks for nothing. */
  static List<BenchedRoute> all(Stack stack, TaskBodies bodies) {
    return stack.functions().stream()
        .flatMap(function -> function.triggers().stream())
        .filter(Route.class::isInstance)
        .map(Route.class::cast)
        .filter(route -> MEASURED.matcher(route.path()).lookingAt())
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
