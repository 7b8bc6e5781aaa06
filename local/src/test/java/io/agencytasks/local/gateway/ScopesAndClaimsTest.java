package io.agencytasks.local.gateway;

import static io.agencytasks.local.gateway.Api.event;
import static io.agencytasks.local.gateway.Api.function;
import static io.agencytasks.local.gateway.Api.guarded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.identity.TokenRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ScopesAndClaimsTest {
  private static Api api;

  @BeforeAll
  static void start() throws Exception {
    api =
        new Api(
            function(
                Functions.Echo.class,
                guarded("GET /any"),
                guarded("GET /tasks", "tasks", "agency-tasks/tasks")));
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @Test
  void a_good_token_gives_its_claims_and_scopes_to_the_function() throws Exception {
    var request =
        new TokenRequest(
            "alice",
            Optional.of("a@b.c"),
            Optional.of("Alice"),
            "tasks other",
            Duration.ofHours(1));
    String token = api.issuer(Clock.systemUTC()).mint(request);

    JsonNode jwt = event(get("/tasks", token)).at("/requestContext/authorizer/jwt");

    assertThat(jwt.at("/claims/sub").textValue()).isEqualTo("alice");
    assertThat(jwt.at("/claims/email").textValue()).isEqualTo("a@b.c");
    assertThat(jwt.at("/claims/name").textValue()).isEqualTo("Alice");
    assertThat(jwt.at("/claims/scope").textValue()).isEqualTo("tasks other");
    assertThat(jwt.at("/claims/exp").textValue()).matches("\\d{10}");
    assertThat(jwt.at("/claims/aud").textValue()).isEqualTo("[elsewhere tests]");
    assertThat(jwt.path("scopes").toString()).isEqualTo("[\"tasks\"]");
  }

  @Test
  void a_route_without_scopes_takes_any_good_token() throws Exception {
    JsonNode event = event(get("/any", api.token("bob")));

    assertThat(event.at("/requestContext/authorizer/jwt/scopes").isNull()).isTrue();
  }

  @Test
  void a_token_without_the_scope_is_forbidden() throws Exception {
    var request =
        new TokenRequest("bob", Optional.empty(), Optional.empty(), "task", Duration.ofHours(1));

    HttpResponse<String> response = get("/tasks", api.issuer(Clock.systemUTC()).mint(request));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).isEqualTo("{\"message\":\"Forbidden\"}");
    assertThat(response.headers().firstValue("www-authenticate").orElseThrow())
        .contains("insufficient_scope");
  }

  @Test
  void a_scope_may_stand_in_scp_and_in_an_array() throws Exception {
    Tokens tokens = new Tokens(api);

    assertThat(
            get("/tasks", tokens.with("scope", null).with("scp", "x tasks").signed()).statusCode())
        .isEqualTo(200);
    assertThat(
            get("/tasks", tokens.with("scope", List.of("x", "agency-tasks/tasks")).signed())
                .statusCode())
        .isEqualTo(200);
    assertThat(get("/tasks", tokens.with("scope", "x").with("scp", "tasks").signed()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void claims_of_every_kind_become_text() throws Exception {
    String token =
        new Tokens(api)
            .with("n", 1.5)
            .with("b", true)
            .with("list", List.of("a", 2))
            .with("object", Map.of("k", "v"))
            .signed();

    JsonNode claims = event(get("/any", token)).at("/requestContext/authorizer/jwt/claims");

    assertThat(claims.path("n").textValue()).isEqualTo("1.5");
    assertThat(claims.path("b").textValue()).isEqualTo("true");
    assertThat(claims.path("list").textValue()).isEqualTo("[a 2]");
    assertThat(claims.path("object").textValue()).isEqualTo("{\"k\":\"v\"}");
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    return api.send("GET", path, "Authorization", "Bearer " + token);
  }
}
