package io.agencytasks.local.model;

import static io.agencytasks.domain.task.TaskStatus.DEFERRED;
import static io.agencytasks.domain.task.TaskStatus.FAILED;
import static io.agencytasks.domain.task.TaskStatus.IN_PROGRESS;
import static io.agencytasks.domain.task.TaskStatus.PENDING;
import static io.agencytasks.domain.task.TaskStatus.QUEUED;
import static io.agencytasks.domain.task.TaskStatus.WAITING_INPUT;

import com.fasterxml.jackson.databind.node.IntNode;
import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.execution.Lane;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.sweep.SweepTasks;
import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TriggeredBy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What workers and the sweep do, by the ports that they do it with. */
sealed interface Engine extends Call {

  @Override
  default Set<Long> names() {
    return Set.of();
  }

  /** A worker takes the most urgent tasks of a lane. */
  record Claim(Lane lane, int atMost) implements Engine {
    private static final Duration LEASE = Duration.ofHours(1);

    @Override
    public Seen make(TheApi api) {
      var claimed = TheApi.JSON.createArrayNode();
      for (var execution :
          api.store().port(RunExecutions.Claims.class).claim(lane, atMost, LEASE)) {
        claimed
            .addObject()
            .put("id", execution.taskId().value())
            .put("token", execution.token().value().toString());
      }
      return new Seen(200, claimed);
    }

    @Override
    public List<World> after(World before, Seen seen, Moment moment) {
      var after = before.copy();
      var claimed = Shown.each(seen.body(), task -> task.path("id").asLong());
      var line = after.line(lane, moment.now()).stream().map(task -> task.id).toList();
      var free = line.stream().filter(id -> !isPassedOver(id, claimed, moment)).limit(atMost);
      if (!moment.fits("claim", Set.copyOf(free.toList()), Set.copyOf(claimed))) {
        return List.of();
      }
      for (var execution : seen.body()) {
        var task = Objects.requireNonNull(after.task(execution.path("id").asLong()));
        task.moveTo(IN_PROGRESS);
        task.execution = new ExecutionToken(UUID.fromString(execution.path("token").asText()));
        task.version++;
      }
      return List.of(after);
    }

    private static boolean isPassedOver(long id, List<Long> claimed, Moment moment) {
      return !claimed.contains(id) && moment.held().contains(id);
    }
  }

  /** The sweep ends executions whose leases ran out. */
  record EndLostLeases() implements Engine {
    @Override
    public Seen make(TheApi api) {
      return new Seen(200, new IntNode(api.store().port(SweepTasks.LostLeases.class).end(500)));
    }

    @Override
    public List<World> after(World before, Seen seen, Moment moment) {
      var lost = before.tasks().stream().filter(task -> task.leaseOver).map(t -> t.id).toList();
      var worlds = new ArrayList<World>();
      for (int choice = 0; choice < 1 << lost.size(); choice++) {
        var ended = chosen(lost, choice);
        var passedOver = new HashSet<>(lost);
        passedOver.removeAll(ended);
        if (ended.size() == seen.body().asInt() && moment.held().containsAll(passedOver)) {
          worlds.add(after(before, ended, moment.now()));
        }
      }
      if (worlds.isEmpty()) {
        moment.why().add("lost leases: expected %s, were %s".formatted(lost, seen.body()));
      }
      return worlds;
    }

    private static List<Long> chosen(List<Long> ids, int choice) {
      return ids.stream().filter(id -> (choice >> ids.indexOf(id) & 1) == 1).toList();
    }

    private static World after(World before, List<Long> ended, Instant now) {
      var after = before.copy();
      Map<ModelTask, Runnable> changes = new LinkedHashMap<>();
      for (long id : ended) {
        var task = Objects.requireNonNull(after.task(id));
        changes.put(task, () -> lose(task, now));
      }
      after.change(changes);
      return after;
    }

    private static void lose(ModelTask task, Instant now) {
      Settle.uncertain(task);
      task.notBefore = now;
    }
  }

  /** The sweep releases what is due within the horizon. */
  record Release(Duration horizon) implements Engine {
    @Override
    public Seen make(TheApi api) {
      var due = TheApi.JSON.createArrayNode();
      api.store()
          .port(SweepTasks.DueTasks.class)
          .release(horizon, 500)
          .forEach(task -> due.addObject().put("id", task.task().value()));
      return new Seen(200, due);
    }

    @Override
    public List<World> after(World before, Seen seen, Moment moment) {
      var after = before.copy();
      var released = Set.copyOf(Shown.each(seen.body(), task -> task.path("id").asLong()));
      var due = new HashSet<Long>();
      for (var task : after.tasks()) {
        if (isDue(task, moment.now().plus(horizon))
            && (released.contains(task.id) || !moment.held().contains(task.id))) {
          due.add(task.id);
        }
      }
      if (!moment.fits("due", due, released)) {
        return List.of();
      }
      due.forEach(id -> release(Objects.requireNonNull(after.task(id))));
      return List.of(after);
    }

    private static boolean isDue(ModelTask task, Instant by) {
      return task.status == DEFERRED
          ? !task.notBefore.isAfter(by)
          : task.isAny(PENDING, QUEUED)
              && task.released == null
              && task.start != ExecutionType.MANUAL_TRIGGER
              && task.scheduledFor != null
              && !task.scheduledFor.isAfter(by);
    }

    private static void release(ModelTask task) {
      var due =
          task.status == DEFERRED ? task.notBefore : Objects.requireNonNull(task.scheduledFor);
      boolean waitsForAPerson = task.start == ExecutionType.MANUAL_TRIGGER && task.released == null;
      if (task.status == DEFERRED) {
        task.moveTo(PENDING);
      }
      task.notBefore = due;
      if (!waitsForAPerson) {
        task.release(due, TriggeredBy.SCHEDULE);
      }
      task.version++;
    }
  }

  /** How an attempt ends. */
  enum End {
    DONE,
    RETRY,
    GIVE_UP,
    NEEDS_INPUT,
    RUN_LATER,
    RUN_LATER_THAT_IS_PAST,
    TIMED_OUT
  }

  /** A worker says how its attempt ended. */
  record Settle(long id, ExecutionToken token, End end) implements Engine {
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
        case DONE -> task.moveTo(io.agencytasks.domain.task.TaskStatus.COMPLETED);
        case RETRY -> {
          fail(task);
          task.notBefore = task.status == PENDING ? now.plus(Settling.PAUSE) : task.notBefore;
        }
        case GIVE_UP -> {
          task.errors++;
          task.moveTo(FAILED);
        }
        case NEEDS_INPUT -> {
          task.asksVerdict = false;
          task.moveTo(WAITING_INPUT);
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
}
