package io.agencytasks.local.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.lambda.Invocation;
import io.agencytasks.local.lambda.Lambda;
import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private static final AwsAccount ACCOUNT = new AwsAccount("000000000000", "eu-central-1");
  private static final UUID ID = UUID.fromString("0f7a1c9e-5a55-4b8e-9f3e-2f1f6f2c7d11");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final Lambda lambda =
      (function, event) -> {
        events.add(function + " " + event);
        return new Invocation.Answered("null");
      };

  @Test
  void a_rate_fires_at_once_and_then_at_its_rate() throws Exception {
    try (var scheduler = scheduler(lambda, schedule("rate(1 minute)", "{}", true))) {
      scheduler.tick();
      scheduler.tick();
      assertThat(events.take()).isEqualTo("Sweep {}");
      assertThat(next(scheduler)).contains(Instant.parse("2026-11-23T10:01:00Z"));

      pass(Duration.ofSeconds(59));
      scheduler.tick();
      pass(Duration.ofSeconds(1));
      scheduler.tick();
      assertThat(events.take()).isEqualTo("Sweep {}");
      assertThat(scheduler.status().getFirst().firings()).isEqualTo(2);
    }
    assertThat(events).isEmpty();
  }

  @Test
  void firings_missed_in_sleep_are_made_up_for_by_one() throws Exception {
    try (var scheduler = scheduler(lambda, schedule("cron(* * * * ? *)", "{}", true))) {
      pass(Duration.ofHours(8));
      scheduler.tick();
      scheduler.tick();
      assertThat(events.take()).isEqualTo("Sweep {}");
      assertThat(next(scheduler)).contains(Instant.parse("2026-11-23T18:01:00Z"));
    }
    assertThat(events).isEmpty();
  }

  @Test
  void a_disabled_schedule_fires_by_hand_only() {
    try (var scheduler = scheduler(lambda, schedule("rate(1 minute)", "{}", false))) {
      pass(Duration.ofMinutes(5));
      scheduler.tick();

      assertThat(next(scheduler)).isEmpty();
      assertThat(scheduler.fire("Sweep")).contains(new Invocation.Answered("null"));
      assertThat(scheduler.fire("Unknown")).isEmpty();
    }
    assertThat(events).containsExactly("Sweep {}");
  }

  @Test
  void a_firing_does_not_wait_for_the_one_before() {
    CountDownLatch both = new CountDownLatch(2);
    Lambda slow =
        (function, event) -> {
          both.countDown();
          await().until(() -> both.getCount() == 0);
          return new Invocation.Answered("null");
        };
    try (var scheduler = scheduler(slow, schedule("rate(1 minute)", "{}", true))) {
      scheduler.tick();
      pass(Duration.ofMinutes(1));
      scheduler.tick();
      await().until(() -> both.getCount() == 0);
    }
  }

  @Test
  void without_an_input_the_function_gets_the_notification_that_aws_sends() {
    try (var scheduler = scheduler(lambda, schedule("rate(1 minute)", null, true))) {
      scheduler.fire("Sweep");
    }
    assertThat(events)
        .containsExactly(
            "Sweep {\"version\":\"0\",\"id\":\""
                + ID
                + "\",\"detail-type\":\"Scheduled Event\",\"source\":\"aws.scheduler\","
                + "\"account\":\"000000000000\",\"time\":\"2026-11-23T10:00:00Z\","
                + "\"region\":\"eu-central-1\",\"resources\":"
                + "[\"arn:aws:scheduler:eu-central-1:000000000000:schedule/default/Sweep\"],"
                + "\"detail\":\"{}\"}");
  }

  @Test
  void an_input_may_name_the_time() {
    String input = "{\"at\":\"<aws.scheduler.scheduled-time>\"}";
    try (var scheduler = scheduler(lambda, schedule("rate(1 minute)", input, true))) {
      scheduler.fire("Sweep");
    }
    assertThat(events).containsExactly("Sweep {\"at\":\"2026-11-23T10:00:00Z\"}");
  }

  @Test
  void a_started_scheduler_ticks_by_itself() throws Exception {
    var functions = List.of(function(schedule("rate(1 minute)", "{}", true)));
    var scheduler = Scheduler.start(functions, lambda, ACCOUNT, clock, () -> ID);
    assertThat(events.take()).isEqualTo("Sweep {}");
    scheduler.close();
  }

  private Scheduler scheduler(Lambda fired, Schedule schedule) {
    return new Scheduler(List.of(function(schedule)), fired, ACCOUNT, clock, () -> ID);
  }

  private static Stack.Function function(Schedule schedule) {
    return new Stack.Function(
        "Sweep", "a.Handler", Duration.ofSeconds(3), 128, Map.of(), List.of(schedule));
  }

  private static Schedule schedule(String expression, @Nullable String input, boolean enabled) {
    return new Schedule("Sweep", expression, "UTC", Optional.ofNullable(input), enabled);
  }

  private void pass(Duration time) {
    now.updateAndGet(it -> it.plus(time));
  }

  private static Optional<Instant> next(Scheduler scheduler) {
    return scheduler.status().getFirst().next();
  }
}
