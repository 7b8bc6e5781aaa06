package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.ALaptop;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users say, and what others answer to them, is in the database and nowhere else. */
class NothingPrivateInLogsTest {
  private static final String CANARY = "canary-5e1f0c";

  @TempDir private Path home;

  @Test
  @Tag("NFR-024")
  void a_canary_in_every_field_is_in_no_log() throws Exception {
    try (var target = new Target();
        var laptop = ALaptop.startedIn(home, 0).ready()) {
      Caller caller = Laptops.caller(laptop, "somebody", CANARY);
      URI told = target.answering("/" + CANARY, Target.reply(200, quoted(CANARY)));
      URI refusing = target.answering("/no/" + CANARY, Target.reply(400, quoted(CANARY)));
      URI broken = target.answering("/broken/" + CANARY, exchange -> {});

      assertThat(caller.ended(caller.create(telling(told))).path("status").asText())
          .isEqualTo("completed");
      assertThat(caller.ended(caller.create(telling(refusing))).path("status").asText())
          .isEqualTo("failed");
      assertThat(caller.ended(caller.create(telling(broken))).path("status").asText())
          .isEqualTo("failed");
      caller.post("/v1/tasks", quoted(CANARY));
      caller.post("/v1/tasks", "{\"" + CANARY + "\":" + quoted(CANARY) + "," + CANARY);
      caller.get("/v1/tasks?" + CANARY + "=" + CANARY + "&cursor=" + CANARY);
      caller.get("/v1/tasks/" + CANARY);
      caller.get("/" + CANARY);
      new Caller(caller.api(), CANARY).get("/v1/tasks");

      String token = caller.token();
      for (Path log : logs()) {
        assertThat(log).isNotEmptyFile();
        assertThat(Files.readString(log, ISO_8859_1))
            .as(log.toString())
            .doesNotContain(CANARY)
            .doesNotContain(token.substring(token.lastIndexOf('.')));
      }
      assertThat(laptop.output()).doesNotContain(CANARY);
    }
  }

  /** The laptop's own log, as Lambda's, and what Postgres says, which Aurora exports too. */
  private List<Path> logs() throws Exception {
    try (Stream<Path> files = Files.list(home)) {
      List<Path> logs = files.filter(file -> file.toString().contains(".log")).toList();
      assertThat(logs).contains(home.resolve("laptop.log"), home.resolve("postgres.log"));
      return logs;
    }
  }

  private static ATask telling(URI url) {
    ATask task =
        ATask.calling(url)
            .with("title", "About " + CANARY)
            .with("description", CANARY)
            .with("category", CANARY);
    ObjectNode fields = task.fields().put("maxRetries", 0);
    fields.putArray("tags").add(CANARY);
    fields.putObject("metadata").put(CANARY, CANARY);
    ObjectNode config = fields.withObject("/executionConfig").put("method", "POST");
    config.put("url", url + "?key=" + CANARY).put("body", CANARY);
    config.putObject("headers").put("x-api-key", CANARY).put("Idempotency-Key", CANARY);
    return task;
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
