package io.agencytasks.functions.store;

import io.agencytasks.domain.sweep.ForgetOldAnswers;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Deletes the answers under keys that have expired. */
@Singleton
final class OldAnswersSql implements ForgetOldAnswers.Store {
  private static final String SQL =
      """
      with expired as (
        select user_id, key
        from idempotency_keys
        where expires_at <= now()
        order by expires_at
        limit :atMost
        for update skip locked
      ),
      forgotten as (
        delete from idempotency_keys k
        using expired
        where k.user_id = expired.user_id
          and k.key = expired.key
        returning k.key
      )
      select 'forgotten' as kind, cast(count(*) as text) as json
      from forgotten
      """;

  private final DataApi database;

  OldAnswersSql(DataApi database) {
    this.database = database;
  }

  @Override
  public int forget(int atMost) {
    var rows = database.rows(Statement.repeatable(SQL).number("atMost", atMost));
    return TaskRows.first(rows, "forgotten").map(Integer::parseInt).orElse(0);
  }
}
