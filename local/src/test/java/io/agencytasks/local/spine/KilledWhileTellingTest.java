package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.ALaptop;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} between the second of three recipients and the note that it was told. */
class KilledWhileTellingTest {
  private static final String CONFIG =
      """
      {"recipients": [{"email": "ann@example.com"},
                      {"webhook": "{hook}", "secret": {"secretRef": "hook"}},
                      {"email": "bob@example.com"}],
       "subject": "News", "text": "It is out."}
      """;

  @TempDir private Path home;

  @Test
  void nobody_is_told_twice_unasked() throws Exception {
    var gate = new CountDownLatch(1);
    try (var target = new Target()) {
      URI hook = target.answering("/hook", Target.heldBy(gate), Target.reply(200, "{}"));
      long id;
      try (var laptop = started()) {
        Caller caller = Laptops.caller(laptop, "alice");
        caller.send(
            "PUT", "/v1/secrets/hook", "{\"value\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"}");
        ATask task = ATask.of("notification").with("notifyOnComplete", false);
        task.fields()
            .set(
                "executionConfig",
                new ObjectMapper().readTree(CONFIG.replace("{hook}", hook.toString())));
        id = caller.create(task);
        await().atMost(Duration.ofSeconds(30)).until(() -> target.calls("/hook") == 1);

        Laptops.kill(laptop);
      }
      gate.countDown();

      try (var laptop = started()) {
        Caller caller = Laptops.caller(laptop, "alice");
        Mailbox ann = new Mailbox(caller, "ann@example.com");
        Mailbox bob = new Mailbox(caller, "bob@example.com");
        await()
            .atMost(Duration.ofMinutes(2))
            .pollInterval(Duration.ofSeconds(1))
            .until(
                () -> {
                  caller.post("/local/schedules/Sweep/fire", "");
                  return caller.task(id).path("status").asText().equals("waiting_input");
                });
        assertThat(target.calls("/hook")).isOne();
        assertThat(ann.all()).hasSize(1);
        assertThat(bob.all()).isEmpty();

        caller.act(id, "input", "{'input':'retry'}");

        assertThat(caller.ended(id).path("status").asText()).isEqualTo("completed");
        assertThat(target.calls("/hook")).isEqualTo(2);
        assertThat(ann.all()).hasSize(1);
        assertThat(bob.all()).hasSize(1);
      }
    }
  }

  private ALaptop started() throws Exception {
    return ALaptop.startedIn(home, 0, "--param", "LeaseSeconds=10").ready();
  }
}
