package io.agencytasks.local.model;

import static io.agencytasks.domain.task.TaskStatus.CANCELLED;
import static io.agencytasks.domain.task.TaskStatus.COMPLETED;
import static io.agencytasks.domain.task.TaskStatus.DEFERRED;
import static io.agencytasks.domain.task.TaskStatus.FAILED;
import static io.agencytasks.domain.task.TaskStatus.PENDING;
import static io.agencytasks.domain.task.TaskStatus.QUEUED;
import static java.util.stream.Collectors.toSet;

import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.OnDependencyFailure;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TriggeredBy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All tasks of one owner. */
record World(TreeMap<Long, ModelTask> byId) {

  static World empty() {
    return new World(new TreeMap<>());
  }

  World copy() {
    var copy = empty();
    byId.forEach((id, task) -> copy.byId.put(id, task.copy()));
    return copy;
  }

  /** All that tells this world from another: of times that have passed, only their order. */
  List<Object> everything(Instant now) {
    var released =
        tasks().stream()
            .filter(task -> task.released != null && !task.isFinal())
            .sorted(Comparator.comparing((ModelTask task) -> Objects.requireNonNull(task.released)))
            .map(task -> task.id)
            .toList();
    return List.of(released, tasks().stream().map(task -> task.everything(now)).toList());
  }

  Collection<ModelTask> tasks() {
    return byId.values();
  }

  @Nullable ModelTask task(long id) {
    return byId.get(id);
  }

  /** The tasks that may be claimed, in the order in which they would be. */
  List<ModelTask> line(Lane lane, Instant now) {
    return tasks().stream()
        .filter(task -> Lane.of(task.type) == lane && task.isReady(now))
        .sorted(Comparator.comparing(ModelTask::runOrder).thenComparing(task -> task.id))
        .toList();
  }

  /** The first task that stands in this one's way. */
  @Nullable Long blocker(ModelTask dependent) {
    return dependent.dependsOn.stream()
        .filter(id -> blocks(Objects.requireNonNull(byId.get(id)), dependent))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  List<Long> blockers(ModelTask dependent) {
    return dependent.dependsOn.stream()
        .filter(id -> blocks(Objects.requireNonNull(byId.get(id)), dependent))
        .sorted()
        .toList();
  }

  private static boolean blocks(ModelTask task, ModelTask dependent) {
    return switch (task.status) {
      case COMPLETED -> false;
      case FAILED, CANCELLED -> dependent.onFailure != OnDependencyFailure.RUN;
      case PENDING, QUEUED, IN_PROGRESS, WAITING_INPUT, DEFERRED -> true;
    };
  }

  /**
   * Changes tasks together, as one statement does, and then what waits for those that ended or that
   * had failed and have another chance.
   */
  void change(Map<ModelTask, Runnable> changes) {
    var before = new TreeMap<Long, TaskStatus>();
    changes.keySet().forEach(task -> before.put(task.id, task.status));
    changes.values().forEach(Runnable::run);
    changes.keySet().forEach(task -> task.version++);
    settleDependents(
        changes.keySet().stream()
            .filter(task -> task.status != before.get(task.id))
            .filter(task -> hasEnded(task) || before.get(task.id) == FAILED)
            .toList());
  }

  private static boolean hasEnded(ModelTask task) {
    return task.isAny(COMPLETED, FAILED, CANCELLED);
  }

  private void settleDependents(List<ModelTask> moved) {
    var doomed = doomedBy(moved.stream().filter(World::hasEnded).toList());
    doomed.forEach(task -> task.moveTo(CANCELLED));
    doomed.forEach(
        task -> {
          task.blockedBy = blocker(task);
          task.version++;
        });
    var gone = Stream.concat(moved.stream(), doomed.stream()).map(task -> task.id).collect(toSet());
    tasks().stream()
        .filter(task -> !task.isFinal() && task.blockedBy != null)
        .filter(task -> task.dependsOn.stream().anyMatch(gone::contains))
        .forEach(task -> tell(task, gone));
  }

  /** Those that are cancelled because of these, directly or through others. */
  private Set<ModelTask> doomedBy(List<ModelTask> ended) {
    var doomed = new LinkedHashSet<ModelTask>();
    var open = new ArrayDeque<>(ended.stream().filter(task -> task.status != COMPLETED).toList());
    while (!open.isEmpty()) {
      var gone = open.remove();
      tasks().stream()
          .filter(task -> task.dependsOn.contains(gone.id) && task.blockedBy != null)
          .filter(task -> task.onFailure == OnDependencyFailure.CANCEL)
          .filter(task -> task.isAny(PENDING, QUEUED, DEFERRED))
          .filter(doomed::add)
          .forEach(open::add);
    }
    return doomed;
  }

  private void tell(ModelTask task, Set<Long> gone) {
    var blocker = blocker(task);
    if (Objects.equals(task.blockedBy, blocker) && !gone.contains(blocker)) {
      return;
    }
    if (blocker == null && task.released != null) {
      task.triggeredBy = TriggeredBy.DEPENDENCY;
    }
    task.blockedBy = blocker;
    task.version++;
  }

  /** Whether a task that depended on these would wait for itself. */
  boolean circle(long id, List<Long> dependsOn) {
    var seen = new HashSet<Long>();
    var open = new ArrayList<>(dependsOn);
    while (!open.isEmpty()) {
      long next = open.removeLast();
      var task = byId.get(next);
      if (task != null && seen.add(next)) {
        open.addAll(task.dependsOn);
      }
    }
    return seen.contains(id);
  }

  /** These tasks, those that wait for them however far away, and what those depend on. */
  Set<Long> around(Set<Long> ids) {
    var reached = new HashSet<>(ids);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (var task : tasks()) {
        if (task.dependsOn.stream().anyMatch(reached::contains)) {
          grown |= reached.add(task.id);
        }
      }
    }
    tasks().stream()
        .filter(t -> reached.contains(t.id))
        .toList()
        .forEach(task -> reached.addAll(task.dependsOn));
    return reached;
  }
}
