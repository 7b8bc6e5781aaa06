package io.agencytasks.local.gateway;

import static io.agencytasks.local.gateway.Api.function;
import static io.agencytasks.local.gateway.Api.guarded;
import static io.agencytasks.local.gateway.Api.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {
  private static Api api;

  @BeforeAll
  static void start() throws Exception {
    api =
        new Api(function(Functions.Echo.class, open("GET /open"), guarded("GET /tasks", "tasks")));
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @Test
  void an_open_route_asks_for_no_token() throws Exception {
    assertThat(api.send("GET", "/open").statusCode()).isEqualTo(200);
    assertThat(api.send("GET", "/open", "Authorization", "Bearer nonsense").statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer ", "bearer ", "Bearer   "})
  void the_scheme_may_be_left_out_or_written_in_any_case(String scheme) throws Exception {
    assertThat(api.send("GET", "/tasks", "Authorization", scheme + api.token("bob")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void no_token_is_unauthorized() throws Exception {
    HttpResponse<String> response = api.send("GET", "/tasks");

    assertUnauthorized(response);
    assertThat(response.headers().firstValue("www-authenticate")).hasValue("Bearer");
    assertUnauthorized(api.send("GET", "/tasks", "Authorization", "Bearer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a.b.c", "e30.e30.e30", "Basic YTpi", "é.ü.ö"})
  void what_is_no_token_is_unauthorized(String token) throws Exception {
    assertUnauthorized(get("/tasks", token));
  }

  @Test
  void two_tokens_are_unauthorized() throws Exception {
    String token = "Bearer " + api.token("bob");

    assertUnauthorized(api.send("GET", "/tasks", "Authorization", token, "Authorization", token));
  }

  private static HttpResponse<String> get(String path, String token) throws Exception {
    return api.send("GET", path, "Authorization", "Bearer " + token);
  }

  static void assertUnauthorized(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
    assertThat(response.headers().firstValue("www-authenticate").orElseThrow())
        .startsWith("Bearer");
  }
}
