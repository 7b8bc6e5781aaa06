package io.agencytasks.functions.store;

import io.agencytasks.domain.execution.CallbackToken;
import io.agencytasks.domain.execution.Callbacks;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Notes that an execution may be called back, and by which token. */
@Singleton
final class CallbacksSql implements Callbacks {
  private static final String EXPECT =
      """
      with expecting as (
        update task_executions e
        set callback_hash = decode(:hash, 'hex'),
            callback_until = cast(:until as timestamptz),
            logs = jsonb_build_array(
              jsonb_build_object('at', in_utc(now()), 'level', 'info', 'message', cast(:line as text)))
        where e.execution_uuid = cast(:token as uuid)
          and e.user_id = :user
          and e.status = 'started'
        returning e.task_id
      )
      select 'task' as kind, cast(task_id as text) as json
      from expecting
      """;

  private final DataApi database;

  CallbacksSql(DataApi database) {
    this.database = database;
  }

  @Override
  public boolean expect(
      ClaimedExecution execution, CallbackToken token, Instant until, String line) {
    var rows =
        database.rows(
            Statement.repeatable(EXPECT)
                .text("hash", TokenHash.of(token))
                .text("token", execution.token().value().toString())
                .number("user", execution.userId())
                .text("until", until.toString())
                .text("line", line));
    return !rows.isEmpty();
  }
}
