package io.agencytasks.local.store;

import io.agencytasks.domain.artifact.Artifacts;
import io.agencytasks.domain.execution.Doorbells;
import io.agencytasks.domain.execution.EngineSettings;
import io.agencytasks.domain.execution.ExecutorRegistry;
import io.agencytasks.domain.execution.RecordStores;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.execution.SettleExecutions;
import io.agencytasks.domain.execution.Steps;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.agencytasks.domain.task.Lane;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A worker as a function makes it, with a script for its tasks, and its statements counted. */
final class AnExecutor {
  private final AtomicInteger statements = new AtomicInteger();
  private final AtomicInteger givenUp = new AtomicInteger();
  private final RunExecutions worker;

  AnExecutor(TheStore store, Scripted script, int slots, Duration lease) {
    var claims = store.port(RunExecutions.Claims.class);
    var releases = store.port(RunExecutions.Releases.class);
    var heartbeats = store.port(RunExecutions.Heartbeats.class);
    var outcomes = store.port(SettleExecutions.Store.class);
    worker =
        new RunExecutions(
            (lane, atMost, until) -> counted(() -> claims.claim(lane, atMost, until)),
            (horizon, atMost) -> counted(() -> releases.release(horizon, atMost)),
            (running, until) -> counted(() -> heartbeats.beat(running, until)),
            new SettleExecutions(
                endings -> counted(() -> outcomes.settle(endings)),
                store.port(Doorbell.class),
                store.port(EventBell.class)),
            new ExecutorRegistry(List.of(script)),
            new RecordStores(store.port(Artifacts.class), store.port(Steps.class)),
            new EngineSettings(lease, Duration.ofSeconds(60), slots),
            givenUp::incrementAndGet,
            Clock.systemUTC());
  }

  /** Hears a doorbell, with five minutes to answer them; how many attempts it made. */
  int hears() throws InterruptedException {
    return worker.apply(
        Lane.STANDARD, new Doorbells(1, List.of()), Clock.systemUTC().instant().plusSeconds(300));
  }

  /** How often it asked that its instance be replaced. */
  int givenUp() {
    return givenUp.get();
  }

  int statements() {
    return statements.get();
  }

  private <T> T counted(Supplier<T> statement) {
    statements.incrementAndGet();
    return statement.get();
  }
}
