package io.agencytasks.local.spine;

import static io.agencytasks.local.spine.Endpoint.accepts;
import static io.agencytasks.local.spine.Endpoint.awaitHandedOver;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.ALaptop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the laptop while a task goes on elsewhere. */
class AwaitingOutlivesTest {
  @TempDir private Path home;

  @Test
  void a_callback_after_the_restart_completes_it() throws Exception {
    try (var endpoint = new Endpoint()) {
      long id;
      try (var laptop = ALaptop.startedIn(home, 0).ready()) {
        Caller alice = Laptops.caller(laptop, "alice");
        id = Endpoint.create(alice, endpoint.task(accepts()));
        awaitHandedOver(alice, id);

        Laptops.kill(laptop);
      }
      try (var laptop = ALaptop.startedIn(home, 0).ready()) {
        Caller alice = Laptops.caller(laptop, "alice");
        alice.post("/local/schedules/Sweep/fire", "");
        assertThat(alice.task(id).path("status").asText()).isEqualTo("in_progress");
        Caller anybody = new Caller(alice.api(), "");

        var told =
            anybody.post(
                endpoint.message(1).callbackPath(), "{\"outcome\":\"done\",\"result\":[1]}");

        assertThat(told.statusCode()).isEqualTo(200);
        JsonNode done = alice.task(id);
        assertThat(done.path("status").asText()).isEqualTo("completed");
        assertThat(done.path("executions")).hasSize(1);
        assertThat(done.path("result")).hasToString("[1]");
      }
      assertNoLogHas(endpoint.message(1).token());
    }
  }

  @Test
  void whoever_was_killed_before_the_answer_leaves_the_question_whether_it_has_acted()
      throws Exception {
    var gate = new CountDownLatch(1);
    try (var endpoint = new Endpoint()) {
      long id;
      try (var laptop = started()) {
        Caller alice = Laptops.caller(laptop, "alice");
        id = Endpoint.create(alice, endpoint.task(Target.heldBy(gate)));
        endpoint.message(1);

        Laptops.kill(laptop);
      }
      gate.countDown();
      try (var laptop = started()) {
        Caller alice = Laptops.caller(laptop, "alice");
        await()
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofSeconds(1))
            .until(() -> sweptTo(alice, id), "waiting_input"::equals);
        Caller anybody = new Caller(alice.api(), "");

        var late = anybody.post(endpoint.message(1).callbackPath(), "{\"outcome\":\"done\"}");

        assertThat(late.statusCode()).isEqualTo(404);
        assertThat(alice.task(id).at("/executions/0/status").asText()).isEqualTo("lost");
      }
    }
  }

  /** With leases that are soon over. */
  private ALaptop started() throws Exception {
    return ALaptop.startedIn(home, 0, "--param", "LeaseSeconds=10").ready();
  }

  private static String sweptTo(Caller caller, long id) {
    caller.post("/local/schedules/Sweep/fire", "");
    return caller.task(id).path("status").asText();
  }

  /** Neither the functions' nor the database's. */
  private void assertNoLogHas(String token) throws Exception {
    try (Stream<Path> files = Files.list(home)) {
      List<Path> logs = files.filter(file -> file.toString().contains(".log")).toList();
      assertThat(logs).hasSizeGreaterThanOrEqualTo(2);
      for (Path log : logs) {
        assertThat(Files.readString(log, ISO_8859_1)).as(log.toString()).doesNotContain(token);
      }
    }
  }
}
