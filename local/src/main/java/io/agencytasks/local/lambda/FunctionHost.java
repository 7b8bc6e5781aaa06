package io.agencytasks.local.lambda;

import io.agencytasks.local.template.Stack;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Runs the stack's handler classes in this process. Each is loaded at its first invocation; none
 * can take another along.
 */
public final class FunctionHost implements Lambda, AutoCloseable {
  /** What an AWS account allows all its functions together, here allowed to each. */
  private static final int CONCURRENCY = 1_000;

  private final Map<String, HostedFunction> functions;

  /**
   * The functions, none of them loaded.
   *
   * @param ids makes the request ids
   */
  public FunctionHost(
      List<Stack.Function> functions, AwsAccount account, Clock clock, Supplier<UUID> ids) {
    this(functions, account, clock, ids, CONCURRENCY);
  }

  FunctionHost(
      List<Stack.Function> functions,
      AwsAccount account,
      Clock clock,
      Supplier<UUID> ids,
      int concurrency) {
    this.functions =
        functions.stream()
            .map(f -> new HostedFunction(f, account, clock, ids, concurrency))
            .collect(Collectors.toUnmodifiableMap(HostedFunction::name, Function.identity()));
  }

  @Override
  public Invocation invoke(String function, String event) {
    HostedFunction hosted = functions.get(function);
    if (hosted == null) {
      throw new IllegalArgumentException("The template has no function " + function);
    }
    return hosted.invoke(event);
  }

  /** The functions by name, loaded or not, with what they have done so far. */
  public List<FunctionStatus> status() {
    return functions.values().stream()
        .map(HostedFunction::status)
        .sorted(Comparator.comparing(FunctionStatus::name))
        .toList();
  }

  /** Interrupts what still runs, and closes the functions' contexts; nothing runs afterwards. */
  @Override
  public void close() {
    functions.values().forEach(HostedFunction::close);
  }
}
