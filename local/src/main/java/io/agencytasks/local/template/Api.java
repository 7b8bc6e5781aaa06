package io.agencytasks.local.template;

import io.agencytasks.local.template.Stack.Authorizer;
import io.agencytasks.local.template.Stack.Trigger.Route;
import io.agencytasks.local.template.language.Properties;
import io.agencytasks.local.template.language.Resource;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code AWS::Serverless::HttpApi}: its one authorizer, and what a route asks of a caller.
 *
 * @param authorizerName what routes call the authorizer
 * @param byDefault whether the routes that name no authorizer have this one
 * @param scopes for the routes that name no scopes
 */
record Api(
    String name,
    String authorizerName,
    boolean byDefault,
    List<String> scopes,
    Authorizer authorizer) {
  private static final String BEARER = "$request.header.Authorization";

  private static final Set<String> OF_AUTHORIZERS =
      Set.of("IdentitySource", "JwtConfiguration", "AuthorizationScopes");

  /** Logs go to the terminal here, and one person cannot flood the API. */
  private static final Set<String> UNDERSTOOD =
      Set.of("Auth", "AccessLogSettings", "DefaultRouteSettings", "Description");

  static Api of(Resource api) {
    var auth =
        api.properties(UNDERSTOOD).nested("Auth", Set.of("DefaultAuthorizer", "Authorizers"));
    var names = auth.names("Authorizers");
    if (names.size() != 1) {
      throw auth.refuse("Authorizers", "must hold one authorizer.");
    }
    var name = names.iterator().next();
    var byDefault = auth.find("DefaultAuthorizer");
    if (byDefault.filter(other -> !other.equals(name)).isPresent()) {
      throw auth.refuse("DefaultAuthorizer", "is none of the Authorizers.");
    }
    var authorizer = auth.nested("Authorizers", names).nested(name, OF_AUTHORIZERS);
    if (!authorizer.text("IdentitySource").equals(BEARER)) {
      throw authorizer.refuse("IdentitySource", "must be " + BEARER + ".");
    }
    return new Api(
        api.name(),
        name,
        byDefault.isPresent(),
        authorizer.texts("AuthorizationScopes"),
        checks(authorizer.nested("JwtConfiguration", Set.of("issuer", "audience"))));
  }

  /** The route of an event, with the authorizer and scopes that SAM would give it. */
  Route route(String method, String path, Optional<Properties> auth) {
    var asked = auth.flatMap(own -> own.find("Authorizer"));
    var open = asked.map("NONE"::equals).orElse(!byDefault);
    if (!open && asked.filter(other -> !other.equals(authorizerName)).isPresent()) {
      throw auth.orElseThrow().refuse("Authorizer", "is no authorizer of " + name + ".");
    }
    var own = auth.map(given -> given.texts("AuthorizationScopes")).orElse(List.of());
    return new Route(method, path, open ? List.of() : own.isEmpty() ? scopes : own, open);
  }

  private static Authorizer checks(Properties tokens) {
    var issuer = tokens.text("issuer");
    if (!issuer.matches("https?://[^\\s{}]+")) {
      throw tokens.refuse("issuer", "must be a URL, not '" + issuer + "'.");
    }
    var audience = tokens.texts("audience");
    if (audience.isEmpty()) {
      throw tokens.refuse("audience", "must name at least one.");
    }
    return new Authorizer(URI.create(issuer), audience);
  }
}
