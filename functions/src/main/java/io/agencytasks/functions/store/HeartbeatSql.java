package io.agencytasks.functions.store;

import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;

/** Extends the leases of all executions of one worker. */
@Singleton
final class HeartbeatSql implements RunExecutions.Heartbeats {
  private static final String SQL =
      """
      with alive as (
        update task_executions e
        set lease_until = now() + make_interval(secs => :leaseSeconds)
        where e.execution_uuid in (
            select cast(value as uuid) from jsonb_array_elements_text(cast(:tokens as jsonb)))
          and e.status = 'started'
          and not e.awaits_callback
        returning e.execution_uuid
      )
      select 'token' as kind, cast(to_jsonb(execution_uuid) as text) as json
      from alive
      """;

  private final DataApi database;

  HeartbeatSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Set<ExecutionToken> beat(Set<ExecutionToken> running, Duration lease) {
    var rows =
        database.rows(
            Statement.repeatable(SQL)
                .text("tokens", TaskRows.write(running))
                .number("leaseSeconds", lease.toSeconds()));
    return Set.copyOf(TaskRows.all(rows, "token", ExecutionToken.class));
  }
}
