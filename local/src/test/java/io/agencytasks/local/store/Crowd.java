package io.agencytasks.local.store;

import io.agencytasks.domain.queue.QueueFilter;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Tasks of one owner in every state that there is, put there past all guards, and what a plain
 * model knows of each. Times are hours away from now, so that none passes while a test looks.
 */
final class Crowd {
  private final TheStore store;
  private final Random random;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
  private final long userId;
  private final List<Member> members = new ArrayList<>();

  private Crowd(TheStore store, long userId, long seed) {
    this.store = store;
    this.userId = userId;
    this.random = new Random(seed);
  }

  /** A task as the model has it. */
  record Member(
      TaskId id,
      TaskStatus status,
      Priority priority,
      Lane lane,
      boolean bot,
      boolean review,
      boolean blocked,
      boolean released,
      Instant runOrder,
      Instant notBefore,
      @Nullable Instant scheduledFor,
      @Nullable Instant deadline,
      Instant createdAt) {

    boolean isReady(Instant now) {
      return waits() && bot && !review && !blocked && released && !notBefore.isAfter(now);
    }

    boolean isFinal() {
      return status == TaskStatus.COMPLETED || status == TaskStatus.CANCELLED;
    }

    boolean waits() {
      return status == TaskStatus.PENDING || status == TaskStatus.QUEUED;
    }

    /** The part of the queue that it is in, if any. */
    Optional<QueueFilter> stage(Instant now) {
      if (status == TaskStatus.IN_PROGRESS) {
        return Optional.of(QueueFilter.RUNNING);
      }
      if (status == TaskStatus.DEFERRED) {
        return notBefore.isAfter(now) ? Optional.of(QueueFilter.SCHEDULED) : Optional.empty();
      }
      if (!waits()) {
        return Optional.empty();
      }
      return Optional.of(
          scheduledFor != null && scheduledFor.isAfter(now)
              ? QueueFilter.SCHEDULED
              : QueueFilter.PENDING);
    }
  }

  static Crowd of(Owner owner, int size, long seed, TheStore store) {
    long userId =
        Long.parseLong(
            store.ask("insert into users (subject) values (?) returning id", owner.subject()));
    var crowd = new Crowd(store, userId, seed);
    store.tell("alter table agency_tasks disable trigger guard_task");
    for (int n = 0; n < size; n++) {
      crowd.joined();
    }
    store.tell("alter table agency_tasks enable trigger guard_task");
    return crowd;
  }

  Instant now() {
    return now;
  }

  List<Member> members() {
    return List.copyOf(members);
  }

  private void joined() {
    var status = any(TaskStatus.values());
    var priority = any(Priority.values());
    var lane = any(Lane.values());
    boolean bot = random.nextInt(5) > 0;
    boolean review = random.nextInt(5) == 0;
    boolean blocked = !members.isEmpty() && random.nextInt(5) == 0;
    boolean released = random.nextInt(5) > 0;
    var runOrder = hours(-random.nextInt(1, 5));
    var notBefore = hours(any(new Integer[] {-30, -2, -1, -1, -1, 3}));
    var scheduledFor = random.nextBoolean() ? hours(random.nextInt(-40, 40)) : null;
    var deadline = random.nextBoolean() ? hours(random.nextInt(-5, 5)) : null;
    var createdAt = hours(-random.nextInt(50, 55));
    var id =
        new TaskId(
            Long.parseLong(
                store.ask(
                    """
                    insert into agency_tasks (
                      user_id, source_type, title, task_type, status, priority, lane,
                      assigned_to_bot, requires_human_review, blocked_by, triggered_by,
                      released_at, run_order, not_before, scheduled_for, deadline, created_at,
                      queued_at, started_at, completed_at)
                    select
                      ?, 'manual', 'One of many', 'reminder', ?, ?, ?, ?, ?, cast(? as bigint),
                      'automatic', cast(? as timestamptz), cast(? as timestamptz),
                      cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz),
                      cast(? as timestamptz), now(), now(), case when ? then now() end
                    returning id
                    """,
                    userId,
                    status.toString(),
                    priority.toString(),
                    lane.toString(),
                    bot,
                    review,
                    blocked ? members.getFirst().id().value() : null,
                    released ? runOrder.toString() : null,
                    released ? runOrder.toString() : null,
                    notBefore.toString(),
                    text(scheduledFor),
                    text(deadline),
                    createdAt.toString(),
                    status == TaskStatus.COMPLETED)));
    members.add(
        new Member(
            id,
            status,
            priority,
            lane,
            bot,
            review,
            blocked,
            released,
            runOrder,
            notBefore,
            scheduledFor,
            deadline,
            createdAt));
  }

  /** A minute past the hour, so that no two kinds of times meet. */
  private Instant hours(int fromNow) {
    return now.plus(Duration.ofHours(fromNow)).plus(Duration.ofMinutes(fromNow < 0 ? -1 : 1));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
