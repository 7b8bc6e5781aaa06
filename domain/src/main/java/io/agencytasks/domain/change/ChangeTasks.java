package io.agencytasks.domain.change;

import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.repeat.Once;
import io.agencytasks.domain.task.Bell;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.Due;
import io.agencytasks.domain.task.EventBell;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes one task or many, and has those run that may run because of it (US-003 to US-012). */
public final class ChangeTasks {

  /** Changes tasks, in one statement: all that may be changed, and none half-way. */
  public interface Store {
    Once<Changes> change(
        Owner owner,
        Selection selection,
        Action action,
        HeadStart headStart,
        @Nullable IdempotencyKey key);
  }

  /**
   * What a statement did.
   *
   * @param byTask what became of each task that is the owner's
   * @param rings the tasks that may run now
   * @param due the tasks whose time is another now, and so near that a doorbell can wait for it
   * @param announces whether others are to be told
   */
  public record Changes(
      Map<TaskId, Change> byTask, List<Bell> rings, List<Due> due, boolean announces) {}

  private static final Change NOT_FOUND = new Change.NotFound();

  private final Store tasks;
  private final Doorbell doorbell;
  private final EventBell events;
  private final HeadStart headStart;

  public ChangeTasks(Store tasks, Doorbell doorbell, EventBell events, HeadStart headStart) {
    this.tasks = tasks;
    this.doorbell = doorbell;
    this.events = events;
    this.headStart = headStart;
  }

  /** Changes one task, if it is still the version that the change is meant for. */
  public Change one(Owner owner, TaskId id, IfMatch ifMatch, Action action) {
    return change(owner, Selection.one(id, ifMatch), action, null)
        .outcome()
        .orElseThrow()
        .getFirst();
  }

  /** Changes each of many tasks that can be changed; what became of them, in the order given. */
  public Once<List<Change>> all(
      Owner owner, List<TaskId> ids, Action action, boolean dryRun, @Nullable IdempotencyKey key) {
    return change(owner, Selection.all(ids, dryRun), action, key);
  }

  private Once<List<Change>> change(
      Owner owner, Selection selection, Action action, @Nullable IdempotencyKey key) {
    var changes = tasks.change(owner, selection, action, headStart, key);
    changes.outcome().ifPresent(this::ring);
    return changes.map(
        made ->
            selection.ids().stream().map(id -> made.byTask().getOrDefault(id, NOT_FOUND)).toList());
  }

  private void ring(Changes made) {
    doorbell.ring(made.rings());
    doorbell.ringAt(made.due());
    if (made.announces()) {
      events.ring();
    }
  }
}
