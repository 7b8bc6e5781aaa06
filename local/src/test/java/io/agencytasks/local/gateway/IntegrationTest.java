package io.agencytasks.local.gateway;

import static io.agencytasks.local.gateway.Api.function;
import static io.agencytasks.local.gateway.Api.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.lambda.Invocation;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IntegrationTest {
  private static final Duration SHORT = Duration.ofMillis(200);

  @Test
  void a_function_that_throws_is_an_internal_server_error() throws Exception {
    try (Api api = new Api(function(Functions.Broken.class, open("GET /x")))) {
      assertAnswer(api.send("GET", "/x"), 500, "Internal Server Error");
    }
  }

  @Test
  void a_function_that_times_out_is_an_internal_server_error() throws Exception {
    try (Api api = new Api(function(Functions.Hanging.class, SHORT, open("GET /x")))) {
      assertAnswer(api.send("GET", "/x"), 500, "Internal Server Error");
    }
  }

  @Test
  void an_integration_that_times_out_is_service_unavailable() throws Exception {
    try (Api api = new Api(SHORT, function(Functions.Hanging.class, open("GET /x")))) {
      assertAnswer(api.send("GET", "/x"), 503, "Service Unavailable");
    }
  }

  @Test
  void a_function_that_answers_more_than_six_megabytes_is_an_internal_server_error()
      throws Exception {
    try (Api api = new Api(function(Functions.Wordy.class, open("POST /x")))) {
      assertThat(api.post("/x", "6000000").body()).hasSize(6_000_000);
      assertAnswer(api.post("/x", "6300000"), 500, "Internal Server Error");
    }
  }

  @Test
  void a_throttled_function_is_too_many_requests() {
    var throttled =
        new Integration((function, event) -> new Invocation.Throttled(), Integration.TIMEOUT);

    assertThat(throttled.invoke("Any", "{}")).isSameAs(Answer.TOO_MANY_REQUESTS);
    assertThat(Answer.TOO_MANY_REQUESTS.status()).isEqualTo(429);
    assertThat(Answer.TOO_MANY_REQUESTS.body())
        .asString()
        .isEqualTo("{\"message\":\"Too Many Requests\"}");
  }

  private static void assertAnswer(HttpResponse<String> response, int status, String message) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }
}
