package io.agencytasks.functions.store;

import io.agencytasks.domain.execution.Callback.OnTheWay;
import io.agencytasks.domain.execution.CallbackToken;
import io.agencytasks.domain.execution.ExecutionLog.Level;
import io.agencytasks.domain.execution.ExecutionLog.Line;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Settled;
import io.agencytasks.domain.execution.TakeCallback;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Writes what is told of executions from outside: only by who has a token, and only in time. */
@Singleton
final class TakeCallbackSql implements TakeCallback.Store {
  /** What notes of progress may take of a log, so that there is room for how it ends. */
  private static final int MOST_NOTED_BYTES = 12 * 1024;

  private static final String NOTE =
      """
      with noted as (
        update task_executions e
        set steps_total = :total,
            steps_completed = :completed,
            current_step = :current,
            logs = logged(
              e.logs,
              case
                when cast(:message as text) is not null
                  then jsonb_build_array(
                    jsonb_build_object('at', in_utc(now()), 'level', 'info', 'message', cast(:message as text)))
              end,
              cast(:mostBytes as integer))
        where e.callback_hash = decode(:hash, 'hex')
          and e.callback_until > now()
          and e.status = 'started'
        returning e.task_id
      )
      select 'task' as kind, cast(task_id as text) as json
      from noted
      """;

  private static final String SETTLE =
      SettleSql.of(
          """
          select e.execution_uuid as token, n.*
          from task_executions e
          cross join jsonb_to_record(cast(:ending as jsonb)) as n ({said})
          where e.callback_hash = decode(:hash, 'hex')
            and e.callback_until > now()
            and e.status = 'started'
          """,
          "callback",
          "callback");

  private final DataApi database;
  private final EndingRows endings;
  private final Clock clock;

  TakeCallbackSql(DataApi database, EndingRows endings, Clock clock) {
    this.database = database;
    this.endings = endings;
    this.clock = clock;
  }

  @Override
  public Optional<TaskId> note(CallbackToken token, OnTheWay progress) {
    var rows =
        database.rows(
            Statement.once(NOTE)
                .text("hash", TokenHash.of(token))
                .number("total", progress.total())
                .number("completed", progress.completed())
                .text("current", progress.current())
                .text("message", progress.message())
                .number("mostBytes", MOST_NOTED_BYTES));
    return TaskRows.all(rows, "task", TaskId.class).stream().findAny();
  }

  @Override
  public Optional<Settled> settle(CallbackToken token, Outcome outcome) {
    var line = new Line(clock.instant(), Level.INFO, "It was called back, and told how it ended.");
    var rows =
        database.rows(
            Statement.once(SETTLE)
                .text("hash", TokenHash.of(token))
                .text("ending", endings.of(outcome, line))
                .text("question", SettleSql.QUESTION));
    return TaskRows.all(rows, "settled", Settled.class).stream().findAny();
  }
}
