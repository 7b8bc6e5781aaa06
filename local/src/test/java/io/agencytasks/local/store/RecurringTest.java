package io.agencytasks.local.store;

import static io.agencytasks.local.store.ASchedule.hourlyFrom;
import static io.agencytasks.local.store.ATask.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.execution.ExecutorRegistry;
import io.agencytasks.domain.sweep.RecurTasks;
import io.agencytasks.domain.task.CloneTask;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.Title;
import io.agencytasks.domain.template.CreateTemplate;
import io.agencytasks.domain.template.DeleteTemplate;
import io.agencytasks.domain.template.NewTemplate;
import io.agencytasks.domain.template.Saving;
import io.agencytasks.domain.template.Template;
import io.agencytasks.domain.template.TemplateName;
import io.agencytasks.domain.template.TemplatePatch;
import io.agencytasks.domain.template.UpdateTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that schedules make: one for each time, however and however often it is swept. */
class RecurringTest {
  private static final Instant TEN = Instant.parse("2026-06-01T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final TheStore store = TheStore.emptied();

  @Test
  void a_task_is_made_ahead_of_its_time_and_says_where_it_came_from() {
    var template = created(hourlyFrom(TEN), TEN);

    assertThat(sweep(TEN.plus(HOUR).minusSeconds(80))).isZero();
    assertThat(sweep(TEN.plus(HOUR).minusSeconds(70))).isOne();

    assertThat(template.nextRunAt()).isEqualTo(TEN.plus(HOUR));
    assertThat(
            store.ask(
                """
                select concat_ws(' ', source_type, template_id = ?, occurrence_at = ?::timestamptz,
                  scheduled_for = occurrence_at, title, execution_config ->> 'url', priority)
                from agency_tasks
                """,
                template.id().value(),
                TEN.plus(HOUR).toString()))
        .isEqualTo("scheduled t t t Report https://example.com/ medium");
    assertThat(store.ask("select concat_ws(' ', actor, actor_user_id, to_status) from task_events"))
        .isEqualTo("sweep pending");
    assertThat(times()).isEqualTo("2026-06-01T12:00:00Z 2026-06-01T11:00:00Z 1");
  }

  @RepeatedTest(5)
  void each_time_has_one_task_though_eight_sweep_at_once() {
    Stream.iterate(0, n -> n < 10, n -> n + 1)
        .forEach(n -> create("Report " + n, hourlyFrom(TEN).queueing(), TEN));

    int made = 0;
    for (int hour = 1; hour <= 3; hour++) {
      var now = TEN.plus(HOUR.multipliedBy(hour));
      made += AtOnce.times(8, () -> sweep(now)).stream().mapToInt(Integer::intValue).sum();
    }

    assertThat(made).isEqualTo(30);
    assertThat(store.count("select count(distinct (template_id, occurrence_at)) from agency_tasks"))
        .isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29T01:00:00Z 2026-03-30T00:30:00Z",
    "Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-25T00:30:00Z 2026-10-26T01:30:00Z",
    "America/New_York, 2026-03-08T05:00:00Z, 2026-03-08T07:00:00Z 2026-03-09T06:30:00Z",
    "America/New_York, 2026-11-01T04:00:00Z, 2026-11-01T07:30:00Z 2026-11-02T07:30:00Z"
  })
  void swept_minute_by_minute_a_time_comes_once_on_the_day_that_the_clocks_change(
      String zone, Instant midnight, String expected) {
    created(hourlyFrom(midnight).dailyAt("30 2", zone).queueing(), midnight);

    sweepEachMinute(midnight, midnight.plus(HOUR.multipliedBy(4)));
    sweepEachMinute(midnight.plus(HOUR.multipliedBy(24)), midnight.plus(HOUR.multipliedBy(28)));

    assertThat(occurrences()).isEqualTo(expected);
  }

  @Test
  void what_would_overlap_waits_for_its_time_and_is_then_passed_over() {
    created(hourlyFrom(TEN).every("PT1M"), TEN);
    sweep(TEN.plusSeconds(0));

    assertThat(sweep(TEN.plusSeconds(50))).isZero();
    assertThat(times()).isEqualTo("2026-06-01T10:02:00Z 2026-06-01T10:01:00Z 1");
    assertThat(sweep(TEN.plusSeconds(125))).isZero();
    assertThat(times()).isEqualTo("2026-06-01T10:03:00Z 2026-06-01T10:01:00Z 1");
    store.tell("update agency_tasks set status = 'cancelled'");
    assertThat(sweep(TEN.plusSeconds(170))).isOne();
    assertThat(times()).isEqualTo("2026-06-01T10:04:00Z 2026-06-01T10:03:00Z 2");
  }

  @Test
  void what_queues_waits_for_the_task_before_it_however_that_ends() {
    created(hourlyFrom(TEN).queueing(), TEN);
    sweep(TEN.plus(HOUR));
    sweep(TEN.plus(HOUR.multipliedBy(2)));

    assertThat(store.count("select count(*) from agency_tasks where blocked_by is null")).isOne();
    store.tell("update agency_tasks set status = 'cancelled' where blocked_by is null");
    assertThat(
            store.count(
                "select count(*) from agency_tasks where blocked_by is null and status ="
                    + " 'pending'"))
        .isOne();
  }

  @Test
  void an_hour_without_a_sweep_is_made_up_for_once_or_not_at_all() {
    var quarters = hourlyFrom(TEN).every("PT15M").queueing();
    create("One", quarters, TEN);
    create("None", quarters.makingUpForNothing(), TEN);

    assertThat(sweep(TEN.plusSeconds(3_600 + 7 * 60))).isOne();

    assertThat(occurrences()).isEqualTo("2026-06-01T11:00:00Z");
    assertThat(
            store.count(
                "select count(*) from task_templates where next_run_at = '2026-06-01T11:15:00Z'"))
        .isEqualTo(2);
  }

  @Test
  void a_clock_that_is_put_back_makes_nothing_twice() {
    created(hourlyFrom(TEN).queueing(), TEN);
    sweep(TEN.plus(HOUR));

    assertThat(sweep(TEN)).isZero();
    assertThat(sweep(TEN.plus(HOUR))).isZero();
  }

  @Test
  void a_schedule_that_is_given_anew_makes_no_time_twice() {
    var template = created(hourlyFrom(TEN).queueing(), TEN);
    sweep(TEN.plus(HOUR).minusSeconds(30));

    reschedule(template, hourlyFrom(TEN).queueing(), TEN.plus(HOUR).minusSeconds(20));

    assertThat(sweep(TEN.plus(HOUR).minusSeconds(10))).isZero();
    assertThat(times()).isEqualTo("2026-06-01T12:00:00Z 2026-06-01T11:00:00Z 1");
  }

  @Test
  void nothing_is_made_behind_the_end() {
    created(hourlyFrom(TEN).queueing().until(TEN.plus(HOUR)), TEN);

    assertThat(sweep(TEN.plus(HOUR))).isOne();
    assertThat(times()).isEqualTo("null 2026-06-01T11:00:00Z 1");
    assertThat(sweep(TEN.plus(HOUR.multipliedBy(5)))).isZero();
  }

  @Test
  void a_template_that_makes_no_task_any_more_keeps_none_of_the_others_from_it() {
    var broken = created(hourlyFrom(TEN), TEN);
    create("Sound", hourlyFrom(TEN), TEN);
    store.tell("update task_templates set task = task - 'title' where id = ?", broken.id().value());

    assertThat(sweep(TEN.plus(HOUR))).isOne();
    assertThat(
            store.count(
                "select count(*) from task_templates where next_run_at = '2026-06-01T12:00:00Z'"))
        .isEqualTo(2);
  }

  @Test
  void its_tasks_stay_when_a_template_goes() {
    var template = created(hourlyFrom(TEN), TEN);
    sweep(TEN.plus(HOUR));

    store.port(DeleteTemplate.Store.class).delete(ALICE, template.id(), IfMatch.ANY);

    assertThat(
            store.ask(
                "select version from agency_tasks where template_id = ?", template.id().value()))
        .isEqualTo("1");
  }

  @Test
  void a_clone_of_its_task_is_of_no_time() {
    created(hourlyFrom(TEN), TEN);
    sweep(TEN.plus(HOUR));
    var task = new TaskId(store.count("select id from agency_tasks"));
    var types = store.port(ExecutorRegistry.class);

    var copy =
        new CloneTask(
                store.port(CloneTask.Store.class),
                store.port(Doorbell.class),
                store.port(EventBell.class),
                types)
            .apply(ALICE, task, TaskPatch.NOTHING, null);

    assertThat(copy.outcome()).get().isInstanceOf(Creation.Created.class);
    assertThat(store.ask("select count(template_id) || ' of ' || count(*) from agency_tasks"))
        .isEqualTo("1 of 2");
  }

  private void sweepEachMinute(Instant from, Instant to) {
    for (var now = from; now.isBefore(to); now = now.plusSeconds(60)) {
      sweep(now);
    }
  }

  private int sweep(Instant now) {
    return new RecurTasks(
            store.port(RecurTasks.Templates.class),
            store.port(RecurTasks.Store.class),
            store.port(Doorbell.class),
            store.port(EventBell.class),
            store.port(ExecutorRegistry.class),
            Clock.fixed(now, ZoneOffset.UTC))
        .apply();
  }

  private Template created(ASchedule schedule, Instant now) {
    return create("Report", schedule, now);
  }

  private Template create(String name, ASchedule schedule, Instant now) {
    var template = new NewTemplate(new TemplateName(name), null, report(), schedule.schedule());
    var saving =
        new CreateTemplate(
                store.port(CreateTemplate.Store.class),
                store.port(ExecutorRegistry.class),
                Clock.fixed(now, ZoneOffset.UTC))
            .apply(ALICE, template);
    return ((Saving.Saved) saving).template();
  }

  private void reschedule(Template template, ASchedule schedule, Instant now) {
    var patch =
        new TemplatePatch(
            new Patch.Keep<>(),
            new Patch.Keep<>(),
            new Patch.Keep<>(),
            new Patch.Set<>(schedule.schedule()));
    new UpdateTemplate(
            store.port(UpdateTemplate.Store.class),
            store.port(ExecutorRegistry.class),
            Clock.fixed(now, ZoneOffset.UTC))
        .apply(ALICE, template.id(), IfMatch.ANY, patch);
  }

  private static TaskPatch report() {
    var nothing = TaskPatch.NOTHING;
    return new TaskPatch(
        new Patch.Set<>(new Title("Report")),
        nothing.description(),
        nothing.category(),
        new Patch.Set<>(TaskType.API_CALL),
        nothing.priority(),
        nothing.urgency(),
        nothing.assignedToBot(),
        nothing.requiresHumanReview(),
        nothing.reviewDeadline(),
        nothing.onReviewExpiry(),
        nothing.executionType(),
        new Patch.Set<>(new Json("{\"url\": \"https://example.com/\"}")),
        nothing.scheduledFor(),
        nothing.deadline(),
        nothing.dependsOn(),
        nothing.onDependencyFailure(),
        nothing.tags(),
        nothing.metadata(),
        nothing.maxRetries(),
        nothing.notifyOnComplete(),
        nothing.notifyOnFailure());
  }

  /** The next time, the last time, and how many tasks there are. */
  private String times() {
    return store.ask(
        """
        select coalesce(seconds(next_run_at), 'null') || ' ' || seconds(last_run_at) || ' '
               || (select count(*) from agency_tasks)
        from task_templates
        """
            .replaceAll(
                "seconds\\((\\w+)\\)",
                "to_char($1 at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"));
  }

  private String occurrences() {
    return store.ask(
        """
        select string_agg(to_char(occurrence_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), ' '
                          order by occurrence_at)
        from agency_tasks
        """);
  }
}
