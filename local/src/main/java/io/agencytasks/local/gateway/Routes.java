package io.agencytasks.local.gateway;

import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The API's routes, the most specific first. */
final class Routes {
  private static final String DEFAULT = "$default";
  private static final String ANY = "ANY";

  private final List<Entry> entries;

  private Routes(List<Entry> entries) {
    this.entries = entries;
  }

  static Routes of(List<Stack.Function> functions) {
    return new Routes(functions.stream().flatMap(Entry::of).sorted(Entry.BY_SPECIFICITY).toList());
  }

  /** The route of a request, by its method and its decoded path. */
  Optional<Match> match(String method, String path) {
    return entries.stream()
        .filter(entry -> entry.takes(method))
        .flatMap(entry -> entry.match(path).stream())
        .findFirst();
  }

  /**
   * A request's route.
   *
   * @param key as API Gateway names the route: {@code GET /v1/tasks/{id}}
   */
  record Match(String key, Route route, String function, Map<String, String> parameters) {}

  private record Entry(Route route, String function, PathTemplate path) {
    static final Comparator<Entry> BY_SPECIFICITY =
        Comparator.comparing(Entry::isDefault)
            .thenComparing(Entry::path, PathTemplate.BY_SPECIFICITY)
            .thenComparing(Entry::takesAny);

    static Stream<Entry> of(Stack.Function function) {
      return function.triggers().stream()
          .filter(Route.class::isInstance)
          .map(Route.class::cast)
          .map(r -> new Entry(r, function.name(), new PathTemplate(r.path())));
    }

    boolean isDefault() {
      return route.path().equals(DEFAULT);
    }

    boolean takesAny() {
      return route.method().equalsIgnoreCase(ANY);
    }

    boolean takes(String method) {
      return isDefault() || takesAny() || route.method().equalsIgnoreCase(method);
    }

    Optional<Match> match(String requested) {
      return isDefault()
          ? Optional.of(new Match(DEFAULT, route, function, Map.of()))
          : path.match(requested).map(p -> new Match(key(), route, function, p));
    }

    private String key() {
      return route.method() + " " + route.path();
    }
  }
}
