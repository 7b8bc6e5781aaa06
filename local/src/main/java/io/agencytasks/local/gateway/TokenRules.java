package io.agencytasks.local.gateway;

import com.nimbusds.jwt.JWTClaimsSet;
import io.agencytasks.local.template.Stack;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an HTTP API asks of a token's claims, to the second and without tolerance. */
record TokenRules(Stack.Authorizer settings, Clock clock) {

  /** The first fault, as the challenge puts it. */
  Optional<String> fault(JWTClaimsSet claims) {
    Instant now = clock.instant();
    if (!settings.issuer().toString().equals(claims.getIssuer())) {
      return Optional.of("the token does not have a valid issuer");
    }
    if (!hasAudience(claims)) {
      return Optional.of("the token does not have a valid audience");
    }
    if (claims.getExpirationTime() == null
        || !claims.getExpirationTime().toInstant().isAfter(now)) {
      return Optional.of("the token has expired");
    }
    if (isAhead(claims.getNotBeforeTime(), now) || isAhead(claims.getIssueTime(), now)) {
      return Optional.of("the token is not valid yet");
    }
    return Optional.empty();
  }

  /** The client_id counts only where there is no aud: Cognito's access tokens have none. */
  private boolean hasAudience(JWTClaimsSet claims) {
    List<?> audience =
        claims.getClaim("aud") == null
            ? Optional.ofNullable(claims.getClaim("client_id")).stream().toList()
            : claims.getAudience();
    return audience.stream().anyMatch(settings.audience()::contains);
  }

  private static boolean isAhead(@Nullable Date time, Instant now) {
    return time != null && time.toInstant().isAfter(now);
  }
}
