package io.agencytasks.domain.execution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionLogTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123456Z");

  private final ExecutionLog log = new ExecutionLog(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void says_what_happened_when_and_in_order() {
    log.info("Sending.");
    log.warn("No answer.");

    assertThat(log.lines())
        .containsExactly(
            new ExecutionLog.Line(NOW, ExecutionLog.Level.INFO, "Sending."),
            new ExecutionLog.Line(NOW, ExecutionLog.Level.WARN, "No answer."));
  }

  @Test
  void a_message_is_one_line_that_any_row_can_hold() {
    log.info("one\ntwo\0\ud800three" + "x".repeat(2_000));

    assertThat(log.lines().getFirst().message()).startsWith("one two  threexxx").hasSize(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\"", "\\", "€", "\ud83d\ude00"})
  void what_is_too_much_is_dropped_and_the_last_line_says_so(String unit) {
    for (int n = 0; n < 1_000; n++) {
      log.info(n + unit.repeat(200));
    }

    assertThat(json().getBytes(UTF_8).length).isBetween(12_000, ExecutionLog.MAX_BYTES);
    assertThat(log.lines().getLast().message())
        .isEqualTo("The log is full: what followed was dropped.");
    assertThat(log.lines()).hasSizeLessThan(200);
    assertThat(log.lines().getFirst().message()).startsWith("0");
  }

  @Test
  void many_short_lines_fill_it_too() {
    for (int n = 0; n < 1_000; n++) {
      log.info("");
    }

    assertThat(json().getBytes(UTF_8).length).isLessThanOrEqualTo(ExecutionLog.MAX_BYTES);
    assertThat(log.lines()).hasSizeLessThan(200);
  }

  /** As Postgres writes it. */
  private String json() {
    return log.lines().stream()
        .map(
            line ->
                "{\"at\": \"%s\", \"level\": \"%s\", \"message\": \"%s\"}"
                    .formatted(
                        line.at(),
                        line.level(),
                        line.message().replace("\\", "\\\\").replace("\"", "\\\"")))
        .toList()
        .toString();
  }
}
