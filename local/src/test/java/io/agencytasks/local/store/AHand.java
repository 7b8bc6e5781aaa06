package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.ALICE;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.Change;
import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.change.Remark;
import io.agencytasks.domain.change.Selection;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.functions.json.Mappers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody at work on their tasks, Alice as a rule. */
final class AHand {
  static final Action APPROVE = new Action.Approve(Optional.empty());
  static final Action REJECT = new Action.Reject(new Remark("Not this one"));
  static final Action CANCEL = new Action.Cancel(Optional.empty());
  static final Action EXECUTE = new Action.Execute();

  private final TheStore store;
  private final Owner owner;

  AHand(TheStore store) {
    this(store, ALICE);
  }

  AHand(TheStore store, Owner owner) {
    this.store = store;
    this.owner = owner;
  }

  Change does(Action action, TaskId task) {
    return does(action, task, IfMatch.ANY);
  }

  Change does(Action action, TaskId task, IfMatch ifMatch) {
    var selection = new Selection(List.of(task), ifMatch, true, false);
    return all(action, selection).byTask().getOrDefault(task, new Change.NotFound());
  }

  ChangeTasks.Changes all(Action action, Selection selection) {
    return store
        .port(ChangeTasks.Store.class)
        .change(owner, selection, action, HeadStart.USUAL, null)
        .outcome()
        .orElseThrow();
  }

  static Action status(TaskStatus status) {
    return new Action.Update(TaskPatch.NOTHING, Optional.of(status), Optional.empty(), Map.of());
  }

  /**
   * @param patch in the database's names
   */
  static Action patch(String patch) {
    try {
      return patch(Mappers.forRows().readValue(patch, TaskPatch.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Action patch(TaskPatch patch) {
    return new Action.Update(patch, Optional.empty(), Optional.empty(), Map.of());
  }
}
