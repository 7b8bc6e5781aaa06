package io.agencytasks.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.lambda.Invocation.Answered;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadingTest {

  @Test
  void concurrent_first_invocations_build_one_handler() throws Exception {
    try (FunctionHost host = Functions.host(Handlers.Counted.class);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(host.status().getFirst().invocations()).isZero();
      Callable<Invocation> call = () -> host.invoke("Tested", "\"\"");

      for (Future<Invocation> made : callers.invokeAll(Collections.nCopies(8, call))) {
        assertThat(made.get()).isEqualTo(new Answered("1"));
      }
      assertThat(host.status().getFirst().invocations()).isEqualTo(8);
      assertThat(host.status().getFirst().lastDuration()).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "queue.url, http://localhost:1/q", // QUEUE_URL
    "aws.lambda.function.name, Tested",
    "aws.region, eu-central-1",
    "path, absent", // PATH is this process's, not the function's
  })
  void a_handlers_context_knows_its_own_environment_only_and_ends_with_the_host(
      String property, String value) {
    var function =
        Functions.function(
            Handlers.Configured.class.getName(),
            Duration.ofSeconds(20),
            Map.of("QUEUE_URL", "http://localhost:1/q"));
    try (FunctionHost host = Functions.host(function, 1)) {
      assertThat(host.invoke("Tested", '"' + property + '"'))
          .isEqualTo(new Answered('"' + value + '"'));
      assertThat(Handlers.Configured.latest.get().isRunning()).isTrue();
    }
    assertThat(Handlers.Configured.latest.get().isRunning()).isFalse();
  }
}
