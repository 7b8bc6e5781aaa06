package io.agencytasks.local.gateway;

import static io.agencytasks.local.gateway.Api.event;
import static io.agencytasks.local.gateway.Api.function;
import static io.agencytasks.local.gateway.Api.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {
  private static Api api;

  @BeforeAll
  static void start() throws Exception {
    api =
        new Api(
            function(
                Functions.Echo.class,
                open("ANY /files/{path+}"),
                open("GET /files/{name}"),
                open("GET /{kind}/latest"),
                open("GET /tasks/{id}"),
                open("DELETE /tasks/{id}"),
                open("GET /tasks/stats"),
                open("ANY /tasks/stats"),
                open("POST /tasks"),
                open("HEAD /tasks/{id}")));
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /tasks/7, GET /tasks/{id}",
    "GET, /tasks/stats, GET /tasks/stats",
    "PUT, /tasks/stats, ANY /tasks/stats",
    "DELETE, /tasks/stats, ANY /tasks/stats",
    "GET, /files/a, GET /files/{name}",
    "POST, /files/a, ANY /files/{path+}",
    "GET, /files/a/b/c, ANY /files/{path+}",
    "GET, /files/latest, GET /files/{name}",
    "GET, /notes/latest, GET /{kind}/latest",
    "POST, /tasks, POST /tasks",
  })
  void the_most_specific_route_wins(String method, String path, String key) throws Exception {
    HttpResponse<String> response = api.send(method, path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(event(response).path("routeKey").textValue()).isEqualTo(key);
    assertThat(event(response).at("/requestContext/routeKey").textValue()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "GET, /tasks",
    "GET, /tasks/",
    "GET, /tasks/7/",
    "GET, /tasks//",
    "GET, /Tasks/7",
    "PATCH, /tasks/7",
    "GET, /tasks/7/executions",
    "GET, /files/",
    "OPTIONS, /tasks",
    "HEAD, /tasks",
    "GET, /tasks/a%2Fb",
  })
  void a_path_or_method_without_a_route_is_not_found(String method, String path) throws Exception {
    HttpResponse<String> response = api.send(method, path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body())
        .isEqualTo(method.equals("HEAD") ? "" : "{\"message\":\"Not Found\"}");
    assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
  }

  @Test
  void a_head_request_has_a_length_and_no_body() throws Exception {
    HttpResponse<String> response = api.send("HEAD", "/tasks/7");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValueAsLong("content-length").orElse(0)).isPositive();
  }

  @Test
  void path_parameters_are_decoded_and_so_is_the_path() throws Exception {
    JsonNode event = event(api.send("POST", "/files/a%20b/%C3%BC+%3F"));

    assertThat(event.at("/pathParameters/path").textValue()).isEqualTo("a b/ü+?");
    assertThat(event.path("rawPath").textValue()).isEqualTo("/files/a b/ü+?");
  }

  @Test
  void a_default_route_takes_what_no_other_takes() throws Exception {
    try (Api all = new Api(function(Functions.Echo.class, open("$default"), open("GET /tasks")))) {
      assertThat(event(all.send("GET", "/tasks")).path("routeKey").textValue())
          .isEqualTo("GET /tasks");
      assertThat(event(all.send("PUT", "/any/thing")).path("routeKey").textValue())
          .isEqualTo("$default");
      assertThat(event(all.send("PUT", "/any/thing")).has("pathParameters")).isFalse();
    }
  }

  @Test
  void a_request_may_name_the_server_or_no_path_at_all() throws Exception {
    assertThat(api.raw("GET http://localhost/tasks/7 HTTP/1.1", "Host: localhost"))
        .isEqualTo("HTTP/1.1 200");
    assertThat(api.raw("OPTIONS * HTTP/1.1", "Host: localhost")).isEqualTo("HTTP/1.1 404");
  }

  @Test
  void a_malformed_escape_is_a_bad_request() throws Exception {
    assertThat(api.raw("GET /tasks/%zz HTTP/1.1", "Host: localhost")).isEqualTo("HTTP/1.1 400");
    assertThat(api.raw("GET /tasks/7?a=% HTTP/1.1", "Host: localhost")).isEqualTo("HTTP/1.1 400");
  }
}
