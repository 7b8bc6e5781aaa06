package io.agencytasks.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpHandler;
import io.agencytasks.local.template.Stack;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Issues tokens that the stack's authorizer takes. Its key outlives restarts, and with it the
 * tokens.
 */
public final class Issuer {
  private final RSAKey key;
  private final Stack.Authorizer authorizer;
  private final Clock clock;
  private final Supplier<UUID> ids;

  /**
   * The issuer whose key lies in a folder.
   *
   * @param folder holds the key, which is made where there is none
   * @param authorizer whose issuer this is, under whose address {@link #metadata} must answer
   * @param ids makes the token ids
   * @throws IllegalStateException with a sentence for people, if the key cannot be read or kept
   */
  public Issuer(Path folder, Stack.Authorizer authorizer, Clock clock, Supplier<UUID> ids) {
    this.key = KeyFile.in(folder).load();
    this.authorizer = authorizer;
    this.clock = clock;
    this.ids = ids;
  }

  /** A signed token. */
  public String mint(TokenRequest request) {
    Instant now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(authorizer.issuer().toString())
            .subject(request.subject())
            .audience(authorizer.audience())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(request.lifetime())))
            .jwtID(ids.get().toString())
            .claim("scope", request.scope())
            .claim("token_use", "access");
    request.email().ifPresent(email -> claims.claim("email", email));
    request.name().ifPresent(name -> claims.claim("name", name));
    var header =
        new JWSHeader.Builder(JWSAlgorithm.RS256)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    var token = new SignedJWT(header, claims.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("An RSA key signs", e);
    }
    return token.serialize();
  }

  /** Answers below the issuer's address: its metadata and its public key. */
  public HttpHandler metadata() {
    String issuer = authorizer.issuer().toString();
    Map<String, ?> metadata =
        Map.of(
            "issuer",
            issuer,
            "jwks_uri",
            issuer + MetadataEndpoint.KEYS,
            "subject_types_supported",
            List.of("public"),
            "id_token_signing_alg_values_supported",
            List.of(key.getAlgorithm().getName()));
    return new MetadataEndpoint(
        authorizer.issuer().getPath(), metadata, new JWKSet(key.toPublicJWK()).toJSONObject());
  }

  /** Answers {@code POST /local/token}: a token for whoever asks, which is what a laptop is for. */
  public HttpHandler tokens() {
    return new TokenEndpoint(this);
  }
}
