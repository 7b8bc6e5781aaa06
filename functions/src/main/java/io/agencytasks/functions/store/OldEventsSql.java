package io.agencytasks.functions.store;

import io.agencytasks.domain.sweep.ClearTheOutbox;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Deletes events that were published some time ago. */
@Singleton
final class OldEventsSql implements ClearTheOutbox.Store {
  private static final String SQL =
      """
      with old as (
        select id
        from task_event_outbox
        where published_at <= now() - make_interval(secs => :keptSeconds)
        order by published_at
        limit :atMost
        for update skip locked
      ),
      cleared as (
        delete from task_event_outbox o
        using old
        where o.id = old.id
        returning o.id
      )
      select 'cleared' as kind, cast(count(*) as text) as json
      from cleared
      """;

  private final DataApi database;

  OldEventsSql(DataApi database) {
    this.database = database;
  }

  @Override
  public int clear(Duration kept, int atMost) {
    var rows =
        database.rows(
            Statement.repeatable(SQL)
                .number("keptSeconds", kept.toSeconds())
                .number("atMost", atMost));
    return TaskRows.first(rows, "cleared").map(Integer::parseInt).orElse(0);
  }
}
