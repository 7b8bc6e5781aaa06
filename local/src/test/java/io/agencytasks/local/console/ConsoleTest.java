package io.agencytasks.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.LaptopCloud;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.template.Stack;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final LaptopCloud cloud = SharedCloud.cloud();
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void the_status_lists_what_the_template_asked_for() throws Exception {
    JsonNode status = json(send("GET", "/local/status"));

    assertThat(status.path("functions").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(
            cloud.stack().functions().stream().map(Stack.Function::name).toList());
    assertThat(status.at("/functions/Sweep/errors").asInt(-1)).isZero();
    assertThat(status.at("/queues/Doorbells/waiting").isInt()).isTrue();
    assertThat(status.at("/queues/DoorbellsDeadLetter/waiting").asInt(-1)).isZero();
    assertThat(status.at("/schedules/Sweep/expression").asText()).isEqualTo("rate(1 minute)");
    assertThat(Instant.parse(status.at("/schedules/Sweep/next").asText())).isAfter(Instant.EPOCH);
    assertThat(status.at("/buses/Bus/published").isInt()).isTrue();
    assertThat(status.at("/database/answers").asBoolean()).isTrue();
  }

  @Test
  void a_schedule_fires_when_it_is_told_to() throws Exception {
    int before = json(send("GET", "/local/status")).at("/schedules/Sweep/firings").asInt();

    HttpResponse<String> fired = send("POST", "/local/schedules/Sweep/fire");

    assertThat(fired.statusCode()).isEqualTo(200);
    assertThat(json(fired).path("outcome").asText()).isEqualTo("answered");
    assertThat(json(send("GET", "/local/status")).at("/schedules/Sweep/firings").asInt())
        .isGreaterThan(before);
  }

  @Test
  void an_unknown_schedule_is_answered_with_those_that_exist() throws Exception {
    HttpResponse<String> refused = send("POST", "/local/schedules/Sweeper/fire");

    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(json(refused).path("message").asText())
        .isEqualTo("There is no schedule Sweeper. The schedules are: Sweep.");
  }

  @Test
  void other_methods_and_paths_are_refused() throws Exception {
    assertThat(send("POST", "/local/status").statusCode()).isEqualTo(405);
    assertThat(send("GET", "/local/status/more").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/local/events").statusCode()).isEqualTo(405);
    assertThat(send("GET", "/local/events/more").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/local/mail").statusCode()).isEqualTo(405);
    assertThat(send("GET", "/local/mail/more").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/local/schedules/Sweep/fire").statusCode()).isEqualTo(405);
    assertThat(send("POST", "/local/schedules/Sweep").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(cloud.apiUri().resolve(path))
            .method(method, BodyPublishers.noBody())
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }
}
