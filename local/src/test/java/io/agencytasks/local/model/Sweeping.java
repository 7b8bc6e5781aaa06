package io.agencytasks.local.model;

import static io.agencytasks.domain.task.TaskStatus.CANCELLED;
import static io.agencytasks.domain.task.TaskStatus.FAILED;

import com.fasterxml.jackson.databind.node.IntNode;
import io.agencytasks.domain.sweep.EndLostLeases;
import io.agencytasks.domain.sweep.ExpireInputs;
import io.agencytasks.domain.sweep.ExpireReviews;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.local.store.TheStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The sweep does one of its parts, and says to how many tasks. */
record Sweeping(Part part) implements Call {
  private static final int AT_MOST = 500;

  /** What became of tasks while nobody did anything. */
  enum Part {
    /** Executions whose leases ran out end, or whose callbacks did not come. */
    LOST_LEASES {
      @Override
      int sweep(TheStore store) {
        return store.port(EndLostLeases.Store.class).end(AT_MOST);
      }

      @Override
      boolean isDue(ModelTask task, Instant now) {
        return task.leaseOver;
      }

      @Override
      void change(ModelTask task, Instant now) {
        End.uncertain(task);
        task.notBefore = now;
      }
    },

    /** Tasks that nobody gave their input in time fail. */
    INPUTS {
      @Override
      int sweep(TheStore store) {
        return store.port(ExpireInputs.Store.class).expire(AT_MOST);
      }

      @Override
      boolean isDue(ModelTask task, Instant now) {
        return task.inputOverdue;
      }

      @Override
      void change(ModelTask task, Instant now) {
        task.moveTo(FAILED);
      }
    },

    /** Tasks that nobody reviewed in time get what they said themselves. */
    REVIEWS {
      @Override
      int sweep(TheStore store) {
        return store.port(ExpireReviews.Store.class).expire(AT_MOST);
      }

      @Override
      boolean isDue(ModelTask task, Instant now) {
        return task.isReviewOverdue(now);
      }

      @Override
      void change(ModelTask task, Instant now) {
        task.reviewDeadline = null;
        switch (task.onReviewExpiry) {
          case HOLD -> {}
          case REJECT -> task.moveTo(CANCELLED);
          case ESCALATE -> task.priority = above(task.priority);
        }
      }
    };

    abstract int sweep(TheStore store);

    abstract boolean isDue(ModelTask task, Instant now);

    abstract void change(ModelTask task, Instant now);

    private static Priority above(Priority priority) {
      return switch (priority) {
        case LOW -> Priority.MEDIUM;
        case MEDIUM -> Priority.HIGH;
        case HIGH, CRITICAL -> Priority.CRITICAL;
      };
    }
  }

  @Override
  public Seen make(TheApi api) {
    return new Seen(200, new IntNode(part.sweep(api.store())));
  }

  @Override
  public List<World> after(World before, Seen seen, Moment moment) {
    var due =
        before.tasks().stream()
            .filter(task -> part.isDue(task, moment.now()))
            .map(task -> task.id)
            .toList();
    var worlds = new ArrayList<World>();
    for (int choice = 0; choice < 1 << due.size(); choice++) {
      var done = chosen(due, choice);
      var passedOver = new HashSet<>(due);
      passedOver.removeAll(done);
      if (done.size() == seen.body().asInt() && moment.held().containsAll(passedOver)) {
        worlds.add(after(before, done, moment.now()));
      }
    }
    if (worlds.isEmpty()) {
      moment.why().add("%s: expected %s, were %s".formatted(part, due, seen.body()));
    }
    return worlds;
  }

  private static List<Long> chosen(List<Long> ids, int choice) {
    return ids.stream().filter(id -> (choice >> ids.indexOf(id) & 1) == 1).toList();
  }

  private World after(World before, List<Long> done, Instant now) {
    var after = before.copy();
    Map<ModelTask, Runnable> changes = new LinkedHashMap<>();
    for (long id : done) {
      var task = Objects.requireNonNull(after.task(id));
      changes.put(task, () -> part.change(task, now));
    }
    after.change(changes);
    return after;
  }

  @Override
  public Set<Long> names() {
    return Set.of();
  }

  /** Whatever it can find. */
  @Override
  public Set<Long> holds(World world) {
    return world.byId().keySet();
  }
}
