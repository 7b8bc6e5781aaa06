package io.agencytasks.local.model;

import com.fasterxml.jackson.databind.node.IntNode;
import io.agencytasks.domain.sweep.EndLostLeases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The sweep ends executions whose leases ran out. */
record LoseLeases() implements Call {
  @Override
  public Seen make(TheApi api) {
    return new Seen(200, new IntNode(api.store().port(EndLostLeases.Store.class).end(500)));
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
