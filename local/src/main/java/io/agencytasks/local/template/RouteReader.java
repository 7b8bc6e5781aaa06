package io.agencytasks.local.template;

import io.agencytasks.local.template.Stack.Trigger.Route;
import io.agencytasks.local.template.language.Resource;
import java.util.Set;

/** Reads an event of type {@code HttpApi}. */
record RouteReader(Api api) {
  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
  private static final String PATH = "(/([\\w.~-]+|\\{\\w+}))+";

  Route read(Resource event) {
    var properties = event.properties(Set.of("ApiId", "Auth", "Method", "Path"));
    if (!properties.text("ApiId").equals(api.name())) {
      throw properties.refuse("ApiId", "is no HTTP API of this template.");
    }
    var method = properties.text("Method");
    if (!METHODS.contains(method)) {
      throw properties.refuse("Method", "must be one of GET, POST and so on, not " + method + ".");
    }
    var path = properties.text("Path");
    if (!path.matches(PATH)) {
      throw properties.refuse("Path", "must be like /v1/tasks/{id}, not '" + path + "'.");
    }
    return api.route(
        method, path, properties.findNested("Auth", Set.of("Authorizer", "AuthorizationScopes")));
  }
}
