package io.agencytasks.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.agencytasks.local.gateway.FrontServer;
import io.agencytasks.local.template.Stack;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuerEndpointsTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static HttpServer server;

  @TempDir static Path folder;

  @BeforeAll
  static void start() throws Exception {
    server = FrontServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    var issuer =
        new Issuer(
            folder,
            new Stack.Authorizer(uri("/local/issuer"), List.of("tests")),
            Clock.systemUTC(),
            UUID::randomUUID);
    server.createContext("/local/issuer", issuer.metadata());
    server.createContext("/local/token", issuer.tokens());
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void a_token_is_verified_by_what_the_metadata_leads_to() throws Exception {
    HttpResponse<String> given = post("{\"subject\":\"alice\"}");
    JsonNode metadata = json(send("GET", "/local/issuer/.well-known/openid-configuration", ""));
    URI keys = URI.create(metadata.path("jwks_uri").textValue());
    String published = send("GET", keys.getPath(), "").body();

    assertThat(given.statusCode()).isEqualTo(200);
    assertThat(json(given).fieldNames()).toIterable().containsExactly("token");
    assertThat(metadata.path("issuer").textValue()).isEqualTo(uri("/local/issuer").toString());
    RSAKey key = JWKSet.parse(published).getKeys().getFirst().toRSAKey();
    assertThat(key.isPrivate()).isFalse();
    SignedJWT token = SignedJWT.parse(json(given).path("token").textValue());
    assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
    assertThat(token.getHeader().getKeyID()).isEqualTo(key.getKeyID());
  }

  @Test
  void all_fields_may_be_given() throws Exception {
    var response =
        post("{\"subject\":\"a\",\"email\":\"e\",\"name\":\"n\",\"scope\":\"\",\"expiresIn\":1}");

    var claims = SignedJWT.parse(json(response).path("token").textValue()).getJWTClaimsSet();
    assertThat(claims.getStringClaim("scope")).isEmpty();
    assertThat(claims.getExpirationTime().toInstant())
        .isEqualTo(claims.getIssueTime().toInstant().plusSeconds(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[] | Send a JSON object",
        "{} | subject is missing.",
        "{\"subject\":7} | subject must be a string.",
        "{\"subject\":null} | subject must be a string.",
        "{\"subject\":\" \"} | subject must not be blank.",
        "{\"subject\":\"a\\u0000\"} | control characters",
        "{\"subject\":\"a\",\"email\":1} | email must be a string.",
        "{\"subject\":\"a\",\"scope\":[\"tasks\"]} | scope must be a string.",
        "{\"subject\":\"a\",\"expiresIn\":\"60\"} | expiresIn must be a whole number",
        "{\"subject\":\"a\",\"expiresIn\":1.5} | expiresIn must be a whole number",
        "{\"subject\":\"a\",\"expiresIn\":0} | expiresIn must be from 1 to 2592000 seconds.",
        "{\"subject\":\"a\",\"expiresIn\":2592001} | expiresIn must be from 1",
        "{\"subject\":\"a\",\"expiresIn\":99999999999999999999} | expiresIn must be a whole",
        "{\"subject\":\"a\",\"role\":\"admin\"} | There is no field role",
        "{\"subject\":\"a\",\"subject\":\"b\"} | field is there twice",
        "{\"subject\":\"a\"} x | This is not JSON",
        "{\"subject\" | This is not JSON",
      })
  void what_is_not_understood_is_refused_with_a_sentence(String body, String sentence)
      throws Exception {
    HttpResponse<String> response = post(body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("message").textValue()).contains(sentence);
  }

  @Test
  void an_empty_request_and_a_long_one_are_refused() throws Exception {
    assertThat(post("").statusCode()).isEqualTo(400);
    assertThat(post("{\"subject\":\"" + "a".repeat(256) + "\"}").statusCode()).isEqualTo(400);
    assertThat(post(" ".repeat(20_000)).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /local/token, 405",
    "POST, /local/token/x, 404",
    "POST, /local/issuer/.well-known/jwks.json, 405",
    "HEAD, /local/issuer/.well-known/jwks.json, 200",
    "GET, /local/issuer, 404",
    "GET, /local/issuer/other, 404",
  })
  void other_methods_and_paths_are_refused(String method, String path, int status)
      throws Exception {
    assertThat(send(method, path, "").statusCode()).isEqualTo(status);
  }

  private static HttpResponse<String> post(String body) throws Exception {
    return send("POST", "/local/token", body);
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws Exception {
    var request = HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.ofString(body));
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return JSON.readTree(response.body());
  }

  private static URI uri(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }
}
