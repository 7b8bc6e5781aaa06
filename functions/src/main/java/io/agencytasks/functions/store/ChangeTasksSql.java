package io.agencytasks.functions.store;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.Action.Approve;
import io.agencytasks.domain.change.Action.Cancel;
import io.agencytasks.domain.change.Action.Execute;
import io.agencytasks.domain.change.Action.GiveInput;
import io.agencytasks.domain.change.Action.Label;
import io.agencytasks.domain.change.Action.Reject;
import io.agencytasks.domain.change.Action.Update;
import io.agencytasks.domain.change.Change;
import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.domain.change.Selection;
import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.repeat.Once;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import io.agencytasks.functions.aws.StatementRefused;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes tasks: one statement for each action, whether for one task or for a thousand. */
@Singleton
final class ChangeTasksSql implements ChangeTasks.Store {
  private final DataApi database;

  ChangeTasksSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Once<ChangeTasks.Changes> change(
      Owner owner,
      Selection selection,
      Action action,
      HeadStart headStart,
      @Nullable IdempotencyKey key) {
    var statement = Repeats.keyed(bind(statement(action, headStart), owner, selection), key);
    try {
      return Repeats.run(database, statement, ChangeTasksSql::changes);
    } catch (StatementRefused refused) {
      return new Once.First<>(refusedByAGuard(refused, selection));
    }
  }

  private static Statement statement(Action action, HeadStart headStart) {
    return switch (action) {
      case Approve approve -> ApproveSql.of(approve);
      case Reject reject -> RejectSql.of(reject);
      case Cancel cancel -> CancelSql.of(cancel);
      case Execute execute -> ExecuteSql.of(headStart);
      case GiveInput given -> GiveInputSql.of(given);
      case Update update -> UpdateSql.of(update, headStart);
      case Label label -> LabelSql.of(label);
    };
  }

  private static Statement bind(Statement statement, Owner owner, Selection selection) {
    return statement
        .text("subject", owner.subject())
        .text("ids", TaskRows.write(selection.ids()))
        .text("versions", selection.ifMatch().versions().map(TaskRows::write).orElse(null))
        .flag("whole", selection.whole())
        .flag("dryRun", selection.dryRun());
  }

  private static ChangeTasks.Changes changes(List<Row> rows) {
    var verdicts = TaskRows.all(rows, "verdict", ChangeVerdict.class);
    var task = TaskRows.task(rows);
    return new ChangeTasks.Changes(
        verdicts.stream()
            .collect(Collectors.toMap(ChangeVerdict::task, verdict -> verdict.change(task))),
        verdicts.stream().flatMap(verdict -> verdict.rings().stream()).distinct().toList(),
        verdicts.stream().flatMap(ChangeVerdict::due).toList(),
        verdicts.stream().anyMatch(ChangeVerdict::announces));
  }

  /** Somebody else closed a circle of dependencies between this statement's look and its write. */
  private static ChangeTasks.Changes refusedByAGuard(
      StatementRefused refused, Selection selection) {
    if (!refused.sqlState().equals(StatementRefused.CIRCLE)) {
      throw refused;
    }
    Map<TaskId, Change> all =
        selection.ids().stream()
            .collect(Collectors.toMap(id -> id, id -> new Change.Invalid(ChangeVerdict.MOVED)));
    return new ChangeTasks.Changes(all, List.of(), List.of(), false);
  }
}
