package io.agencytasks.functions.store;

import io.agencytasks.domain.artifact.TaskFolder;
import io.agencytasks.domain.sweep.DeleteArtifacts;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/**
 * The tasks whose artifacts are to be deleted, which are noted where they are cleared or deleted.
 */
@Singleton
final class ArtifactDeletionsSql implements DeleteArtifacts.Store {
  private static final String WAITING =
      """
      select 'waiting' as kind,
             cast(jsonb_build_object('user_id', user_id, 'task_id', task_id) as text) as json
      from artifact_deletions
      order by asked_at, task_id
      limit :atMost
      """;

  private static final String STRIKE =
      """
      with emptied as (
        delete from artifact_deletions d
        using jsonb_array_elements_text(cast(:tasks as jsonb)) as t (id)
        where d.task_id = cast(t.id as bigint)
        returning d.task_id
      )
      select 'emptied' as kind, cast(count(*) as text) as json
      from emptied
      """;

  private final DataApi database;

  ArtifactDeletionsSql(DataApi database) {
    this.database = database;
  }

  @Override
  public List<TaskFolder> waiting(int atMost) {
    var rows = database.rows(Statement.repeatable(WAITING).number("atMost", atMost));
    return TaskRows.all(rows, "waiting", TaskFolder.class);
  }

  @Override
  public int strike(Collection<TaskFolder> emptied) {
    var tasks = TaskRows.write(emptied.stream().map(TaskFolder::taskId).toList());
    var rows = database.rows(Statement.repeatable(STRIKE).text("tasks", tasks));
    return TaskRows.first(rows, "emptied").map(Integer::parseInt).orElse(0);
  }
}
