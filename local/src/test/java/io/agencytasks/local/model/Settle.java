package io.agencytasks.local.model;

import static io.agencytasks.domain.task.TaskStatus.COMPLETED;
import static io.agencytasks.domain.task.TaskStatus.DEFERRED;
import static io.agencytasks.domain.task.TaskStatus.FAILED;
import static io.agencytasks.domain.task.TaskStatus.PENDING;
import static io.agencytasks.domain.task.TaskStatus.WAITING_INPUT;

import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TriggeredBy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A worker says how its attempt ended. */
record Settle(long id, ExecutionToken token, End end) implements Call {
  /** How an attempt ends. */
  enum End {
    DONE,
    RETRY,
    GIVE_UP,
    NEEDS_INPUT,
    NEEDS_INPUT_THAT_IS_OVERDUE,
    RUN_LATER,
    RUN_LATER_THAT_IS_PAST,
    TIMED_OUT
  }

  @Override
  public Seen make(TheApi api) {
    return Settling.settle(api, this);
  }

  @Override
  public List<World> after(World before, Seen seen, Moment moment) {
    var after = before.copy();
    var task = Objects.requireNonNull(after.task(id));
    if (!token.equals(task.execution)) {
      return moment.fits("settle", "refused", seen.body().asText()) ? List.of(before) : List.of();
    }
    after.change(Map.of(task, () -> settle(task, moment.now())));
    return moment.fits("settle", next(task), seen.body().asText()) ? List.of(after) : List.of();
  }

  private static String next(ModelTask task) {
    return task.status.toString();
  }

  private void settle(ModelTask task, Instant now) {
    switch (end) {
      case DONE -> task.moveTo(COMPLETED);
      case RETRY -> {
        fail(task);
        task.notBefore = task.status == PENDING ? now.plus(Settling.PAUSE) : task.notBefore;
      }
      case GIVE_UP -> {
        task.errors++;
        task.moveTo(FAILED);
      }
      case NEEDS_INPUT, NEEDS_INPUT_THAT_IS_OVERDUE -> {
        task.asksVerdict = false;
        task.moveTo(WAITING_INPUT);
        task.inputOverdue = end == End.NEEDS_INPUT_THAT_IS_OVERDUE;
      }
      case RUN_LATER, RUN_LATER_THAT_IS_PAST -> {
        task.moveTo(DEFERRED);
        task.notBefore =
            end == End.RUN_LATER ? now.plus(Settling.PAUSE) : now.minus(Settling.PAUSE);
      }
      case TIMED_OUT -> {
        uncertain(task);
        task.notBefore = task.status == PENDING ? now.plus(Settling.PAUSE) : task.notBefore;
      }
    }
  }

  /** It may have acted: a person is asked, unless acting twice does no harm. */
  static void uncertain(ModelTask task) {
    if (task.type == TaskType.API_CALL) {
      fail(task);
    } else {
      task.errors++;
      task.asksVerdict = true;
      task.moveTo(WAITING_INPUT);
    }
  }

  private static void fail(ModelTask task) {
    boolean last = task.errors >= task.maxRetries;
    task.errors++;
    task.moveTo(last ? FAILED : PENDING);
    task.triggeredBy = last ? task.triggeredBy : TriggeredBy.RETRY;
  }

  @Override
  public Set<Long> names() {
    return Set.of(id);
  }
}
