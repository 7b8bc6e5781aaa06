package io.agencytasks.local.lambda;

import io.agencytasks.local.template.Stack;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stacks of one function. */
final class Functions {
  private Functions() {}

  static FunctionHost host(Class<?> handler) {
    return host(function(handler.getName(), Duration.ofSeconds(20), Map.of()), 10);
  }

  static FunctionHost host(Stack.Function function, int concurrency) {
    return new FunctionHost(
        List.of(function),
        new AwsAccount("123456789012", "eu-central-1"),
        Clock.systemUTC(),
        UUID::randomUUID,
        concurrency);
  }

  static Stack.Function function(
      String handler, Duration timeout, Map<String, String> environment) {
    return new Stack.Function("Tested", handler, timeout, 512, environment, List.of());
  }

  static Invocation invoke(Class<?> handler, String event) {
    try (FunctionHost host = host(handler)) {
      return host.invoke("Tested", event);
    }
  }
}
