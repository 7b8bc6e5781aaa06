package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The numbers that functions tell, where a developer looks for them. */
class MetricsTest {
  private final Caller caller = Caller.somebody();

  @Test
  void what_runs_and_what_fails_is_counted() throws Exception {
    double succeeded = metric("Succeeded").path("sum").asDouble();
    double failed = metric("Failed").path("sum").asDouble();
    double started = metric("TimeToStart").path("samples").asDouble();
    try (var target = new Target()) {
      caller.ended(caller.create(ATask.calling(target.answering("/", Target.reply(200, "{}")))));
      caller.ended(caller.create(ATask.calling(target.answering("/no", Target.reply(400, "{}")))));

      awaitMoreThan(succeeded, "Succeeded", "sum");
      awaitMoreThan(failed, "Failed", "sum");
      awaitMoreThan(started + 1, "TimeToStart", "samples");
    }
    assertThat(metric("TimeToStart").path("unit").asText()).isEqualTo("Milliseconds");
    assertThat(metric("ClaimDuration").path("p50").asDouble()).isPositive();
  }

  @Test
  void what_is_ended_by_callback_is_counted_as_what_ends_at_a_worker() throws Exception {
    try (var endpoint = new Endpoint()) {
      Endpoint.create(caller, endpoint.task(Endpoint.accepts()));
      double failed = metric("Failed").path("sum").asDouble();
      double retried = metric("Retried").path("sum").asDouble();

      Endpoint.callBack(endpoint.message(1), "{'outcome':'retry','message':'Not now.'}");

      awaitMoreThan(failed, "Failed", "sum");
      awaitMoreThan(retried, "Retried", "sum");
    }
  }

  @Test
  void a_sweep_tells_what_there_is_to_do() {
    caller.create(ATask.idle());

    HttpResponse<String> swept = caller.post("/local/schedules/Sweep/fire", "");

    assertThat(swept.statusCode()).isEqualTo(200);
    assertThat(metric("Waiting").path("last").asInt()).isPositive();
    assertThat(metric("Ready").path("unit").asText()).isEqualTo("Count");
    assertThat(metric("OldestReadyAge").path("unit").asText()).isEqualTo("Seconds");
    assertThat(metric("SweepPartsFailed").path("last").asInt()).isZero();
  }

  private void awaitMoreThan(double before, String metric, String statistic) {
    await(metric)
        .atMost(Duration.ofSeconds(30))
        .until(() -> metric(metric).path(statistic).asDouble() > before);
  }

  private JsonNode metric(String name) {
    return Caller.json(caller.get("/local/status")).path("metrics").path(name);
  }
}
