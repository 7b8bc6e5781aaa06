package io.agencytasks.local.scheduler;

import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.lambda.Lambda;
import io.agencytasks.local.template.Stack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fires the stack's schedules, to the second. A firing does not wait for the one before it, and is
 * not tried again: AWS would by the schedule's retry policy.
 */
public final class Scheduler implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Scheduler.class);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration LAST_FIRINGS = Duration.ofSeconds(5);

  private final List<RunningSchedule> schedules;
  private final Lambda lambda;
  private final AwsAccount account;
  private final Clock clock;
  private final Supplier<UUID> ids;
  private final ExecutorService firings = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread ticking = Thread.ofVirtual().name("scheduler").unstarted(this::tickOnAndOn);

  Scheduler(
      List<Stack.Function> functions,
      Lambda lambda,
      AwsAccount account,
      Clock clock,
      Supplier<UUID> ids) {
    this.lambda = lambda;
    this.account = account;
    this.clock = clock;
    this.ids = ids;
    this.schedules =
        functions.stream().flatMap(function -> schedulesOf(function, clock.instant())).toList();
  }

  /**
   * Starts firing.
   *
   * @param ids makes the firings' ids
   * @throws IllegalArgumentException for an expression or a time zone that cannot be read
   */
  public static Scheduler start(
      List<Stack.Function> functions,
      Lambda lambda,
      AwsAccount account,
      Clock clock,
      Supplier<UUID> ids) {
    Scheduler scheduler = new Scheduler(functions, lambda, account, clock, ids);
    scheduler.ticking.start();
    return scheduler;
  }

  /** Every schedule, with its next firing. */
  public List<ScheduleStatus> status() {
    return schedules.stream().map(RunningSchedule::status).toList();
  }

  /** Fires a schedule now and waits for its end; empty when there is none of that name. */
  public Optional<Invocation> fire(String name) {
    return schedules.stream()
        .filter(it -> it.schedule().name().equals(name))
        .findFirst()
        .map(
            schedule -> {
              schedule.firedByHand();
              return invoke(schedule, clock.instant());
            });
  }

  /** Fires no more, and gives what runs some seconds to end. */
  @Override
  public void close() {
    ticking.interrupt();
    try {
      ticking.join();
      firings.shutdown();
      if (!firings.awaitTermination(LAST_FIRINGS.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("A firing still runs: left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tickOnAndOn() {
    try {
      while (true) {
        tick();
        Thread.sleep(TICK);
      }
    } catch (InterruptedException e) {
      log.debug("No more firings", e);
    }
  }

  /** Fires what is due. */
  void tick() {
    Instant now = clock.instant();
    for (RunningSchedule schedule : schedules) {
      schedule.takeDue(now).ifPresent(due -> firings.execute(() -> invoke(schedule, due)));
    }
  }

  private Invocation invoke(RunningSchedule schedule, Instant scheduledTime) {
    SchedulerEvent event =
        new SchedulerEvent(account, schedule.schedule(), scheduledTime, ids.get());
    Invocation invocation = lambda.invoke(schedule.function(), event.json());
    if (!(invocation instanceof Invocation.Answered)) {
      log.warn("The firing of {} failed: {}", schedule.schedule().name(), invocation);
    }
    return invocation;
  }

  private static Stream<RunningSchedule> schedulesOf(Stack.Function function, Instant now) {
    return function.triggers().stream()
        .filter(Stack.Trigger.Schedule.class::isInstance)
        .map(Stack.Trigger.Schedule.class::cast)
        .map(schedule -> new RunningSchedule(function.name(), schedule, now));
  }
}
