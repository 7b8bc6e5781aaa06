package io.agencytasks.local.gateway;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Makes tokens that the issuer would not make, from a good one on. */
final class Tokens {
  private final RSAKey key;
  private final JWTClaimsSet claims;

  Tokens(Api api) throws Exception {
    this(
        api.key(),
        new JWTClaimsSet.Builder()
            .issuer(api.uri("/local/issuer").toString())
            .subject("mallory")
            .audience(Api.AUDIENCE)
            .issueTime(Date.from(Instant.now()))
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .claim("scope", "tasks")
            .build());
  }

  private Tokens(RSAKey key, JWTClaimsSet claims) {
    this.key = key;
    this.claims = claims;
  }

  /** With a claim; without it where the value is null. */
  Tokens with(String claim, @Nullable Object value) {
    return new Tokens(key, new JWTClaimsSet.Builder(claims).claim(claim, value).build());
  }

  Tokens at(String claim, Instant time) {
    return with(claim, Date.from(time));
  }

  JWTClaimsSet claims() {
    return claims;
  }

  /** By the issuer's own key. */
  String signed() throws Exception {
    return signed(JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key));
  }

  String signed(JWSAlgorithm algorithm, @Nullable String keyId, JWSSigner signer) throws Exception {
    var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
    token.sign(signer);
    return token.serialize();
  }
}
