package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.template.Stack.Trigger.Route;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedRequestsTest {
  private final Caller caller = Caller.somebody();

  @Test
  void a_body_beyond_256_kib_is_too_large() {
    assertProblem(caller.post("/v1/tasks", "x".repeat(257 * 1024)), 413, "PAYLOAD_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "null",
        "{\"title\":\"a\",\"title\":\"b\",\"taskType\":\"reminder\"}",
        "{\"title\":\"a\",\"taskType\":\"reminder\"} more",
        "{\"title\":\"a\\u0000\",\"taskType\":\"reminder\"}",
        "{\"title\":\"\\ud800\",\"taskType\":\"reminder\"}",
        "{\"title\":7,\"taskType\":\"reminder\"}",
        "{\"title\":\"a\",\"taskType\":\"reminder\",\"metadata\":{\"n\":1e999999999}}",
        "{\"title\":\"a\",\"taskType\":\"reminder\",\"userId\":1}",
        "{\"title\":\"a\",\"taskType\":\"api_call\"}",
      })
  void a_body_that_is_no_task_is_a_bad_request_and_says_where(String body) {
    JsonNode problem = assertProblem(caller.post("/v1/tasks", body), 400, "BAD_REQUEST");

    assertThat(problem.path("errors")).isNotEmpty();
    assertThat(Caller.json(caller.get("/v1/tasks")).path("total").asInt()).isZero();
  }

  @Test
  void no_body_at_all_is_a_bad_request() {
    assertProblem(caller.post("/v1/tasks", ""), 400, "BAD_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "01",
        "1.0",
        "1e3",
        "x",
        "%00",
        "%2e%2e",
        "9007199254740993",
        "99999999999999999999"
      })
  void an_id_that_is_none_is_a_bad_request(String id) {
    assertProblem(caller.get("/v1/tasks/" + id), 400, "BAD_REQUEST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /", "GET /v1", "GET /v1/tasks/1/execute", "POST /v1/tasks/1/executes",
        "DELETE /v1/tasks", "PUT /v1/tasks/1", "OPTIONS /v1/tasks", "HEAD /v1/tasks"
      })
  void what_is_no_route_is_not_found_as_the_gateway_says_it(String request) {
    String[] parts = request.split(" ", 2);

    HttpResponse<String> response = caller.send(parts[0], parts[1], "");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body())
        .isEqualTo(parts[0].equals("HEAD") ? "" : "{\"message\":\"Not Found\"}");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("routes")
  void a_query_parameter_that_is_not_known_is_a_bad_request(Route route) {
    HttpResponse<String> response =
        caller.send(route.method(), Routes.path(route, 1) + "?surprise=1", "");

    JsonNode problem = assertProblem(response, 400, "BAD_REQUEST");
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo("surprise");
  }

  private static List<Named<Route>> routes() {
    return Routes.named(route -> true);
  }

  private static JsonNode assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
    JsonNode problem = Caller.json(response);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(response.headers().firstValue("x-request-id"))
        .hasValue(problem.path("requestId").asText());
    return problem;
  }
}
