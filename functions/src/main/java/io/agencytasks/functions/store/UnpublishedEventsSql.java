package io.agencytasks.functions.store;

import io.agencytasks.domain.sweep.RingForTheUnpublished;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Counts events that wait and that nobody is publishing. */
@Singleton
final class UnpublishedEventsSql implements RingForTheUnpublished.Store {
  private static final String SQL =
      """
      select 'waiting' as kind, cast(count(*) as text) as json
      from (
        select
        from task_event_outbox
        where published_at is null
          and free_at <= now()
        limit :atMost
      ) waiting
      """;

  private final DataApi database;

  UnpublishedEventsSql(DataApi database) {
    this.database = database;
  }

  @Override
  public int waiting(int atMost) {
    var rows = database.rows(Statement.repeatable(SQL).number("atMost", atMost));
    return TaskRows.first(rows, "waiting").map(Integer::parseInt).orElse(0);
  }
}
