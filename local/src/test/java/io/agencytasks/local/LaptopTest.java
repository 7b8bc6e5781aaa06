package io.agencytasks.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaptopTest {
  @TempDir private Path home;

  @Test
  void the_printed_lines_work_when_pasted_and_what_they_made_outlives_a_stop() throws Exception {
    try (var laptop = ALaptop.startedIn(home, 0).ready()) {
      List<String> curls = laptop.curls();
      assertThat(paste(curls.get(0)).path("id").asInt()).isEqualTo(1);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> paste(curls.get(1)).path("status").asText().equals("completed"));
      assertThat(paste(curls.get(2)).path("total").asInt()).isEqualTo(1);

      try (var second = ALaptop.startedIn(home, 0)) {
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.output()).contains("Another laptop runs on " + home);
      }

      laptop.handle().destroy();
      assertThat(laptop.code()).isEqualTo(143);
      assertThat(laptop.output()).endsWith("Stopped. The data are kept in " + home + ".\n");
    }
    try (var again = ALaptop.startedByAnother(home).ready()) {
      List<String> curls = again.curls();
      assertThat(paste(curls.get(2)).at("/tasks/0/status").asText()).isEqualTo("completed");
      assertThat(paste(curls.get(0)).path("id").asInt()).isEqualTo(2);
      assertThat(paste(curls.get(1)).path("id").asInt()).isEqualTo(2);

      List<ProcessHandle> all = again.handle().descendants().toList();
      again.handle().destroyForcibly();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }
    try (Stream<String> lines = Files.lines(home.resolve("laptop.log"))) {
      assertThat(lines).isNotEmpty().allSatisfy(line -> new ObjectMapper().readTree(line));
    }
  }

  private static JsonNode paste(String line) throws Exception {
    Process shell = new ProcessBuilder("sh", "-c", line).start();
    return new ObjectMapper().readTree(shell.getInputStream());
  }
}
