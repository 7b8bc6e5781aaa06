package io.agencytasks.local.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.agencytasks.local.gateway.Verification.Refused;
import io.agencytasks.local.gateway.Verification.Verified;
import io.agencytasks.local.template.Stack;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;

/** Takes an RS256 token that names one of the keys its issuer publishes, and keeps the rules. */
final class TokenVerifier {
  /** As long as API Gateway may keep an issuer's keys. */
  private static final Duration KEYS_KEPT = Duration.ofHours(2);

  private static final Duration FETCH_LIMIT = Duration.ofSeconds(15);

  private final DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
  private final TokenRules rules;

  TokenVerifier(Stack.Authorizer settings, Clock clock) {
    this.rules = new TokenRules(settings, clock);
    var keys =
        JWKSourceBuilder.create(new IssuerKeys(settings.issuer()))
            .cache(KEYS_KEPT.toMillis(), FETCH_LIMIT.toMillis())
            .refreshAheadCache(false)
            .build();
    signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    signatures.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    signatures.setJWTClaimsSetVerifier((claims, context) -> {}); // the rules come after
  }

  /**
   * Looks at a token.
   *
   * @throws IllegalStateException if the issuer's keys cannot be had
   */
  Verification verify(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      if (jwt.getHeader().getKeyID() == null) {
        return new Refused("the token does not name its key");
      }
      var claims = signatures.process(jwt, null);
      return rules.fault(claims).<Verification>map(Refused::new).orElse(new Verified(claims));
    } catch (ParseException e) {
      return new Refused("the token is malformed");
    } catch (BadJOSEException | RateLimitReachedException e) {
      // The rate is that of looking for keys which the issuer did not have a moment ago.
      return new Refused("the token has no valid signature of its issuer");
    } catch (JOSEException e) {
      throw new IllegalStateException("The issuer's keys cannot be had", e);
    }
  }
}
