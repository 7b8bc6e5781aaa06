package io.agencytasks.domain.change;

import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import java.util.List;
import java.util.Map;

/** Changes one task or many, and has those run that may run because of it (US-003 to US-012). */
public final class ChangeTasks {

  /** Changes tasks, in one statement: all that may be changed, and none half-way. */
  public interface Store {
    Changes change(Owner owner, Selection selection, Action action, HeadStart headStart);
  }

  /**
   * What a statement did.
   *
   * @param byTask what became of each task that is the owner's
   * @param rings the tasks that may run now, or let others run
   */
  public record Changes(Map<TaskId, Change> byTask, List<TaskId> rings) {}

  private static final Change NOT_FOUND = new Change.NotFound();

  private final Store tasks;
  private final Doorbell doorbell;
  private final HeadStart headStart;

  public ChangeTasks(Store tasks, Doorbell doorbell, HeadStart headStart) {
    this.tasks = tasks;
    this.doorbell = doorbell;
    this.headStart = headStart;
  }

  /** Changes one task, if it is still the version that the change is meant for. */
  public Change one(Owner owner, TaskId id, IfMatch ifMatch, Action action) {
    return change(owner, Selection.one(id, ifMatch), action).getFirst();
  }

  /** Changes each of many tasks that can be changed; what became of them, in the order given. */
  public List<Change> all(Owner owner, List<TaskId> ids, Action action, boolean dryRun) {
    return change(owner, Selection.all(ids, dryRun), action);
  }

  private List<Change> change(Owner owner, Selection selection, Action action) {
    var changes = tasks.change(owner, selection, action, headStart);
    doorbell.ring(changes.rings());
    return selection.ids().stream()
        .map(id -> changes.byTask().getOrDefault(id, NOT_FOUND))
        .toList();
  }
}
