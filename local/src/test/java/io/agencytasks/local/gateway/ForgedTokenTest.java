package io.agencytasks.local.gateway;

import static io.agencytasks.local.gateway.Api.function;
import static io.agencytasks.local.gateway.Api.guarded;
import static io.agencytasks.local.gateway.AuthorizationTest.assertUnauthorized;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import io.agencytasks.local.identity.TokenRequest;
import io.agencytasks.local.template.Stack;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ForgedTokenTest {
  private static Api api;
  private static Tokens tokens;

  @BeforeAll
  static void start() throws Exception {
    api = new Api(function(Functions.Echo.class, guarded("GET /tasks", "tasks")));
    tokens = new Tokens(api);
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @Test
  void a_token_by_the_issuers_key_is_good() throws Exception {
    assertGood(tokens.signed());
  }

  @Test
  void a_token_of_another_issuer_is_unauthorized() throws Exception {
    assertRefused(tokens.with("iss", "http://elsewhere").signed(), "issuer");
    assertRefused(tokens.with("iss", null).signed(), "issuer");
  }

  @Test
  void a_token_for_another_audience_is_unauthorized() throws Exception {
    assertRefused(tokens.with("aud", "others").signed(), "audience");
    assertRefused(tokens.with("aud", null).signed(), "audience");
  }

  @Test
  void the_client_id_counts_only_where_there_is_no_audience() throws Exception {
    assertGood(tokens.with("aud", null).with("client_id", Api.AUDIENCE).signed());
    assertRefused(tokens.with("aud", "others").with("client_id", Api.AUDIENCE).signed(), "aud");
    assertRefused(tokens.with("aud", null).with("client_id", "others").signed(), "aud");
    assertGood(tokens.with("aud", List.of("others", Api.AUDIENCE)).signed());
  }

  @Test
  void an_expired_token_is_unauthorized() throws Exception {
    Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofHours(-25));

    assertRefused(api.issuer(yesterday).mint(TokenRequest.of("bob")), "expired");
    assertRefused(tokens.at("exp", Instant.now()).signed(), "expired");
    assertRefused(tokens.with("exp", null).signed(), "expired");
  }

  @Test
  void a_token_from_the_future_is_unauthorized() throws Exception {
    assertRefused(tokens.at("nbf", Instant.now().plusSeconds(30)).signed(), "not valid yet");
    assertRefused(tokens.at("iat", Instant.now().plusSeconds(30)).signed(), "not valid yet");
    assertGood(tokens.at("nbf", Instant.now().minusSeconds(1)).with("iat", null).signed());
  }

  @Test
  void a_token_by_another_key_is_unauthorized() throws Exception {
    RSAKey other = new RSAKeyGenerator(2048).keyID("unknown").generate();
    var signer = new RSASSASigner(other);

    assertRefused(tokens.signed(JWSAlgorithm.RS256, api.key().getKeyID(), signer), "signature");
    assertRefused(tokens.signed(JWSAlgorithm.RS256, "unknown", signer), "signature");
    assertRefused(tokens.signed(JWSAlgorithm.RS256, "unknown", signer), "signature");
    assertRefused(tokens.signed(JWSAlgorithm.RS256, "another", signer), "signature");
    assertGood(tokens.signed());
  }

  @Test
  void a_token_that_names_no_key_is_unauthorized() throws Exception {
    assertRefused(
        tokens.signed(JWSAlgorithm.RS256, null, new RSASSASigner(api.key())), "name its key");
  }

  @Test
  void an_unsigned_token_is_unauthorized() throws Exception {
    assertRefused(new PlainJWT(tokens.claims()).serialize(), "malformed");
  }

  @Test
  void a_token_by_the_public_key_as_a_secret_is_unauthorized() throws Exception {
    byte[] publicKey = api.key().toRSAPublicKey().getEncoded();
    byte[] published = api.key().toPublicJWK().toJSONString().getBytes(UTF_8);

    for (byte[] secret : List.of(publicKey, published)) {
      String kid = api.key().getKeyID();
      assertRefused(tokens.signed(JWSAlgorithm.HS256, kid, new MACSigner(secret)), "signature");
    }
  }

  @Test
  void another_rsa_algorithm_is_unauthorized() throws Exception {
    var signer = new RSASSASigner(api.key());

    assertRefused(tokens.signed(JWSAlgorithm.PS256, api.key().getKeyID(), signer), "signature");
  }

  @Test
  void without_the_issuers_keys_no_token_is_judged() {
    var unreachable = new Stack.Authorizer(URI.create("http://localhost:1"), List.of("tests"));
    var verifier = new TokenVerifier(unreachable, Clock.systemUTC());

    assertThatThrownBy(() -> verifier.verify(tokens.signed()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("keys");
  }

  @Test
  void a_changed_token_is_unauthorized() throws Exception {
    String[] good = tokens.signed().split("\\.", -1);
    String[] evil = tokens.with("sub", "alice").signed().split("\\.", -1);

    assertRefused(good[0] + "." + evil[1] + "." + good[2], "signature");
    assertRefused(good[0] + "." + good[1] + ".", "");
  }

  private static void assertGood(String token) throws Exception {
    assertThat(get(token).statusCode()).isEqualTo(200);
  }

  private static void assertRefused(String token, String why) throws Exception {
    HttpResponse<String> response = get(token);
    assertUnauthorized(response);
    assertThat(response.headers().firstValue("www-authenticate").orElseThrow())
        .startsWith("Bearer scope=\"tasks\" error=\"invalid_token\" error_description=\"")
        .contains(why);
  }

  private static HttpResponse<String> get(String token) throws Exception {
    return api.send("GET", "/tasks", "Authorization", "Bearer " + token);
  }
}
