package io.agencytasks.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agencytasks.local.lambda.Invocation.Answered;
import io.agencytasks.local.lambda.Invocation.Failed;
import io.agencytasks.local.lambda.Invocation.Throttled;
import io.agencytasks.local.lambda.Invocation.TimedOut;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailingHandlerTest {
  private static final Duration SHORT = Duration.ofMillis(100);

  @ParameterizedTest
  @CsvSource({
    "other, java.lang.IllegalStateException, other",
    "linkage, java.lang.NoClassDefFoundError, gone/Missing",
    "memory, java.lang.OutOfMemoryError, Java heap space",
    "recursion, java.lang.StackOverflowError, ''",
  })
  void whatever_a_handler_throws_is_a_failure(String event, String type, String message) {
    try (FunctionHost host = Functions.host(Handlers.Throwing.class)) {
      assertThat(host.invoke("Tested", '"' + event + '"')).isEqualTo(new Failed(type, message));
      assertThat(host.status().getFirst().errors()).isEqualTo(1);
    }
  }

  @Test
  void a_handler_that_hangs_times_out_and_keeps_its_place_until_it_ends() {
    var function = Functions.function(Handlers.Hanging.class.getName(), SHORT, Map.of());
    try (FunctionHost host = Functions.host(function, 1)) {
      assertThat(host.invoke("Tested", "\"\"")).isEqualTo(new TimedOut(SHORT));
      await().until(() -> Handlers.Hanging.interrupted.getCount() == 0);
      assertThat(host.invoke("Tested", "\"\"")).isEqualTo(new Throttled());
      assertThat(host.status().getFirst().running()).isEqualTo(1);

      Handlers.Hanging.release.countDown();

      await().until(() -> host.status().getFirst().running() == 0);
      assertThat(host.invoke("Tested", "\"\"")).isEqualTo(new Answered("\"late\""));
      assertThat(host.status().getFirst())
          .returns(2L, FunctionStatus::invocations)
          .returns(1L, FunctionStatus::errors);
    }
  }

  @Test
  void a_closed_host_runs_nothing() {
    FunctionHost host = Functions.host(Handlers.Copy.class);
    host.close();

    assertThat(host.invoke("Tested", "{}")).isInstanceOf(Failed.class);
  }

  @Test
  void a_class_that_does_not_exist_is_a_failure() {
    try (FunctionHost host =
        Functions.host(Functions.function("no.such.Handler", SHORT, Map.of()), 1)) {
      assertThat(host.invoke("Tested", "{}"))
          .isEqualTo(new Failed("java.lang.ClassNotFoundException", "no.such.Handler"));
    }
  }

  @Test
  void a_class_that_is_no_handler_is_a_failure() {
    assertThat(Functions.invoke(Handlers.Nothing.class, "{}"))
        .isInstanceOfSatisfying(
            Failed.class, f -> assertThat(f.message()).contains("Nothing is neither"));
  }

  @Test
  void a_handler_that_could_not_be_built_is_tried_again() {
    try (FunctionHost host = Functions.host(Handlers.Moody.class)) {
      assertThat(host.invoke("Tested", "\"\""))
          .isEqualTo(new Failed("java.lang.IllegalStateException", "Not today"));
      assertThat(host.invoke("Tested", "\"\"")).isEqualTo(new Answered("\"now\""));
    }
  }
}
