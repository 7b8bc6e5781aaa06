package io.agencytasks.local.spine;

import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.contract.Contract;
import io.agencytasks.local.contract.Operation;
import io.agencytasks.local.template.Stack.Trigger.Route;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Named;

/** The template's routes, so that tests hold for those too that nobody has thought of yet. */
final class Routes {
  private Routes() {}

  static List<Route> all() {
    return SharedCloud.cloud().stack().functions().stream()
        .flatMap(function -> function.triggers().stream())
        .filter(Route.class::isInstance)
        .map(Route.class::cast)
        .toList();
  }

  /** Those of a kind, each under its key. */
  static List<Named<Route>> named(Predicate<Route> kind) {
    return all().stream().filter(kind).map(route -> Named.of(key(route), route)).toList();
  }

  /** As API Gateway names a route. */
  static String key(Route route) {
    return route.method() + " " + route.path();
  }

  /** A body that the route takes, out of openapi.yaml; empty where it needs none. */
  static String body(Route route) {
    return Contract.ours().operations().stream()
        .filter(operation -> operation.route().equals(key(route)))
        .flatMap(Operation::requestExamples)
        .findFirst()
        .map(example -> example.value().toString())
        .orElse("");
  }

  /** A path that the route takes. */
  static String path(Route route, long id) {
    return route
        .path()
        .replace("{id}", Long.toString(id))
        .replace("{messageId}", Long.toString(id))
        .replace("{publicId}", "00000000-0000-0000-0000-000000000000")
        .replace("{name}", "name")
        .replace("{token}", "token")
        .replace("{asset}", "docs.css");
  }
}
