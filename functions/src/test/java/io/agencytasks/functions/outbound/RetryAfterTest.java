package io.agencytasks.functions.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7                             | PT7S
          3600                          | PT1H
          3601                          | PT1H
          999999999                     | PT1H
          Mon, 23 Nov 2026 10:02:00 GMT | PT2M
          Mon, 23 Nov 2037 10:02:00 GMT | PT1H
          """)
  void seconds_and_dates_are_honoured_up_to_an_hour(String header, Duration wait) {
    assertThat(RetryAfter.of(Headers.of("Retry-After", header), NOW)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "soon", "", "1.5", "Mon, 23 Nov 2026 09:59:00 GMT"})
  void what_asks_for_no_wait_is_none(String header) {
    assertThat(RetryAfter.of(Headers.of("Retry-After", header), NOW)).isEmpty();
  }

  @Test
  void no_header_is_no_wait() {
    assertThat(RetryAfter.of(Headers.of(), NOW)).isEqualTo(Optional.empty());
  }
}
