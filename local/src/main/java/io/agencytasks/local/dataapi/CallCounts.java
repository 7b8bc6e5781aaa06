package io.agencytasks.local.dataapi;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls as they come in. */
final class CallCounts {
  private final Map<Operation, LongAdder> calls = new EnumMap<>(Operation.class);
  private final long startMillis;
  private final AtomicLong requests = new AtomicLong();

  CallCounts(long startMillis) {
    this.startMillis = startMillis;
    for (Operation operation : Operation.values()) {
      calls.put(operation, new LongAdder());
    }
  }

  void add(Operation operation) {
    adder(operation).increment();
  }

  long of(Operation operation) {
    return adder(operation).sum();
  }

  long all() {
    return calls.values().stream().mapToLong(LongAdder::sum).sum();
  }

  String nextRequestId() {
    return new UUID(startMillis, requests.incrementAndGet()).toString();
  }

  private LongAdder adder(Operation operation) {
    return Objects.requireNonNull(calls.get(operation));
  }
}
