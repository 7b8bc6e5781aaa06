package io.agencytasks.local.gateway;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.Headers;
import io.agencytasks.local.gateway.Authorization.Caller;
import io.agencytasks.local.gateway.Authorization.Forbidden;
import io.agencytasks.local.gateway.Authorization.Granted;
import io.agencytasks.local.gateway.Authorization.Unauthorized;
import io.agencytasks.local.gateway.Verification.Refused;
import io.agencytasks.local.gateway.Verification.Verified;
import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.Route;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The API's JWT authorizer: who may take a route. */
final class JwtAuthorizer {
  private static final String SCHEME = "Bearer";

  private final TokenVerifier verifier;

  JwtAuthorizer(Stack.Authorizer settings, Clock clock) {
    this.verifier = new TokenVerifier(settings, clock);
  }

  Authorization authorize(Route route, Headers headers) {
    if (route.open()) {
      return new Granted(Optional.empty());
    }
    Optional<String> token = token(headers);
    if (token.isEmpty()) {
      return new Unauthorized(SCHEME);
    }
    return switch (verifier.verify(token.get())) {
      case Refused(String why) -> new Unauthorized(challenge(route, "invalid_token", why));
      case Verified(JWTClaimsSet claims) -> authorize(route, claims);
    };
  }

  private static Authorization authorize(Route route, JWTClaimsSet claims) {
    List<String> has = Claims.scopes(claims);
    List<String> both = route.scopes().stream().filter(has::contains).toList();
    return both.isEmpty() && !route.scopes().isEmpty()
        ? new Forbidden(
            challenge(route, "insufficient_scope", "the token has none of the route's scopes"))
        : new Granted(Optional.of(new Caller(Claims.texts(claims), both)));
  }

  /** The Authorization header, which may go without the scheme's name. */
  private static Optional<String> token(Headers headers) {
    return Optional.ofNullable(headers.get("Authorization"))
        .map(values -> String.join(",", values).strip())
        .map(value -> value.replaceFirst("^(?i:" + SCHEME + ") +", ""))
        .filter(token -> !token.isEmpty() && !token.equalsIgnoreCase(SCHEME));
  }

  private static String challenge(Route route, String error, String why) {
    return "%s scope=\"%s\" error=\"%s\" error_description=\"%s\""
        .formatted(SCHEME, String.join(" ", route.scopes()), error, why);
  }
}
