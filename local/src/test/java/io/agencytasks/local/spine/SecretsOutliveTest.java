package io.agencytasks.local.spine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.ALaptop;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the laptop while secrets are put. */
class SecretsOutliveTest {
  @TempDir private Path home;

  @Test
  void what_was_answered_is_there_after_a_restart_and_works() throws Exception {
    List<String> answered = new ArrayList<>();
    try (var laptop = ALaptop.startedIn(home, 0).ready()) {
      Caller alice = Laptops.caller(laptop, "alice");
      var killed = new AtomicBoolean();
      Thread killing =
          Thread.ofPlatform()
              .unstarted(
                  () -> {
                    Laptops.kill(laptop);
                    killed.set(true);
                  });
      for (int i = 0; i < 90 && !killed.get(); i++) {
        if (i == 20) {
          killing.start();
        }
        if (put("s" + i, alice)) {
          answered.add("s" + i);
        }
      }
      killing.join();
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(20);
    assertNoFileTells();

    try (var target = new Target();
        var laptop = ALaptop.startedIn(home, 0).ready()) {
      Caller alice = Laptops.caller(laptop, "alice");
      assertThat(Caller.json(alice.get("/v1/secrets")).path("secrets").findValuesAsText("name"))
          .containsAll(answered);

      List<String> received = new CopyOnWriteArrayList<>();
      URI url =
          target.answering(
              "/proven",
              exchange -> {
                received.add(exchange.getRequestHeaders().getFirst("Authorization"));
                Target.reply(200, "{}").handle(exchange);
              });
      ATask task = ATask.calling(url);
      ObjectNode auth = task.fields().withObject("/executionConfig/auth").put("type", "bearer");
      auth.putObject("token").put("secretRef", "s7");
      alice.ended(alice.create(task));

      assertThat(received).containsExactly("Bearer swordfish-s7");
    }
  }

  /** Whether it was answered: nobody may be there to do so. */
  private static boolean put(String name, Caller owner) {
    try {
      String body = "{\"value\":\"swordfish-%s\"}".formatted(name);
      return owner.send("PUT", "/v1/secrets/" + name, body).statusCode() == 201;
    } catch (RuntimeException nobodyThere) {
      return false;
    }
  }

  /** Neither those of the secrets, nor the database's, nor any log. */
  private void assertNoFileTells() throws Exception {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
            .as(file.toString())
            .doesNotContain("swordfish");
      }
    }
  }
}
