package io.agencytasks.local.spine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.local.ALaptop;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} when a text is stored and nobody has begun its task: its doorbell is lost. */
class TextsOutliveTest {
  private static final String ANN = "+4915112345678";

  @TempDir private Path home;

  @Test
  void what_was_stored_is_done_once_the_sweep_comes() throws Exception {
    Line line;
    long task;
    try (var laptop = ALaptop.startedIn(home, 0).ready()) {
      line =
          Line.of(
              Laptops.caller(laptop, "alice"),
              Line.freshNumber(),
              "{\"taskType\":\"reminder\"}",
              "{}");
      try (Connection nobodyClaims = Laptops.rows(laptop).database().getConnection();
          var statement = nobodyClaims.createStatement()) {
        nobodyClaims.setAutoCommit(false);
        statement.execute("lock table task_executions in exclusive mode");
        task = line.text(ANN, "Call Ann back").at("/task/id").asLong();
        Laptops.kill(laptop);
      } catch (org.postgresql.util.PSQLException cutOff) {
        throw new AssertionError("It was killed too early.", cutOff);
      }
    }

    try (var laptop = ALaptop.startedIn(home, 0).ready()) {
      Caller caller = Laptops.caller(laptop, "alice");
      assertThat(caller.task(task).path("status").asText()).isIn("pending", "queued");

      assertThat(caller.post("/local/schedules/Sweep/fire", "").statusCode()).isEqualTo(200);

      JsonNode done = caller.ended(task);
      assertThat(done.path("status").asText()).isEqualTo("completed");
      assertThat(done.at("/sourceMessage/body").asText()).isEqualTo("Call Ann back");
      assertThat(Laptops.rows(laptop).of("select count(*) from agency_tasks")).containsExactly("1");
    }
  }
}
