package io.agencytasks.functions.store;

import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.repeat.Once;
import io.agencytasks.domain.task.CreateTask;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.NewTask;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.functions.aws.DataApi;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inserts a task that starts from nothing: all of it is the caller's (FR-001). */
@Singleton
final class CreateTaskSql implements CreateTask.Store {
  private static final String SQL =
      Creations.from(
          """
          base as (
            select cast('{}' as jsonb) as document, 'manual' as source_type,
                   cast(null as text) as reason, false as dry_run
            from acting
          )
          """);

  private final DataApi database;
  private final String headStarts;

  CreateTaskSql(DataApi database, HeadStart headStart) {
    this.database = database;
    this.headStarts = HeadStarts.document(headStart);
  }

  @Override
  public Once<Creation> create(
      Owner owner,
      NewTask task,
      Map<TaskType, TypeVerdict> verdicts,
      @Nullable IdempotencyKey key) {
    var statement =
        Owners.meet(Repeats.statement(SQL, key), owner)
            .text("overrides", TaskRows.write(task))
            .text("types", TypesRow.of(verdicts))
            .text("headStarts", headStarts);
    return Repeats.run(database, statement, CreationRows::creation);
  }
}
