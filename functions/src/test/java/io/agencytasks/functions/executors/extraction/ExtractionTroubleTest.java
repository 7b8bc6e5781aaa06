package io.agencytasks.functions.executors.extraction;

import static io.agencytasks.functions.executors.extraction.HtmlExtractionTest.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Outcome.GiveUp;
import io.agencytasks.domain.execution.Outcome.Retry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are busy, refuse, or answer too much; attempts that are ended. */
@Timeout(60)
class ExtractionTroubleTest {
  private static final String TITLE = "'fields': {'a': {'select': 'h1'}}";

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void a_busy_server_is_asked_again(int status) throws Exception {
    try (var page = APage.answering(status, Map.of("Retry-After", "7"), new byte[0])) {
      assertThat(page.extracting(TITLE))
          .isInstanceOfSatisfying(
              Retry.class,
              retry -> {
                assertThat(retry.why().code()).isEqualTo("HTTP_" + status);
                assertThat(retry.after()).contains(Duration.ofSeconds(7));
              });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 410, 500, 304})
  void a_server_that_refuses_is_not(int status) throws Exception {
    try (var page = APage.answering(status, Map.of(), new byte[0])) {
      assertThat(page.extracting(TITLE))
          .isInstanceOfSatisfying(
              GiveUp.class, it -> assertThat(it.why().code()).isEqualTo("HTTP_" + status));
    }
  }

  @Test
  void a_page_has_at_most_ten_mebibytes() throws Exception {
    try (var page = APage.of("text/html", new byte[10 * 1024 * 1024 + 1])) {
      assertThat(failure(page.extracting(TITLE)))
          .isEqualTo("127.0.0.1 answered 200, text/html. The page has more than 10,485,760 bytes.");
    }
  }

  @Test
  void reading_a_costly_page_ends_with_its_attempt() throws Exception {
    var costly = "'fields': {'a': {'select': 'i:has(u) ~ b:nth-last-of-type(3) ~ s', 'all': true}}";
    try (var page = APage.of("<p>" + "<i></i>".repeat(99_000))) {
      var attempt = new FutureTask<Outcome>(() -> page.extracting(costly));
      var worker = Thread.ofPlatform().start(attempt);
      worker.interrupt();
      assertThatThrownBy(() -> attempt.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(InterruptedException.class);
    }
  }
}
