package io.agencytasks.local.gateway;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** An issuer's public keys, found by its OpenID Connect metadata. */
record IssuerKeys(URI issuer) implements JWKSetSource<SecurityContext> {
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int MOST_BYTES = 64 * 1024;

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
      throws JWKSetUnavailableException {
    try {
      var metadata = JSONObjectUtils.parse(get(issuer + "/.well-known/openid-configuration"));
      return JWKSet.parse(get(JSONObjectUtils.getString(metadata, "jwks_uri")));
    } catch (IOException | ParseException | IllegalArgumentException e) {
      throw new JWKSetUnavailableException("No keys from " + issuer, e);
    }
  }

  private static String get(String address) throws IOException {
    return new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES)
        .retrieveResource(URI.create(address).toURL())
        .getContent();
  }

  @Override
  public void close() {}
}
