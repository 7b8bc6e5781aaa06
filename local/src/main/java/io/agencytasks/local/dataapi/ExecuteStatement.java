package io.agencytasks.local.dataapi;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs one statement, and cancels it at the timeout unless it may continue. */
final class ExecuteStatement {
  private final StatementRunner runner;
  private final NamedSqlCache parsed;
  private final ExecutorService threads;
  private final Duration timeout;

  ExecuteStatement(
      StatementRunner runner, NamedSqlCache parsed, ExecutorService threads, Duration timeout) {
    this.runner = runner;
    this.parsed = parsed;
    this.threads = threads;
    this.timeout = timeout;
  }

  byte[] answer(Call call) {
    NamedSql sql = parsed.get(call.requiredSql());
    Bindings bindings = Bindings.of(sql, call.parameters());
    if (call.outlivesTimeout()) {
      return awaited(
          threads.submit(
              () -> runner.run(call, sql, it -> execute(it, call, sql, bindings, Duration.ZERO))));
    }
    return runner.run(call, sql, it -> execute(it, call, sql, bindings, timeout));
  }

  /** Runs the statement, without end where the limit is zero. */
  private static byte[] execute(
      Connection connection, Call call, NamedSql sql, Bindings bindings, Duration limit)
      throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql.jdbc())) {
      statement.setQueryTimeout(Math.toIntExact(limit.toSeconds()));
      bindings.bind(statement);
      if (!statement.execute()) {
        return Answers.updated(statement.getLargeUpdateCount());
      }
      try (ResultSet rows = statement.getResultSet()) {
        return new ResultWriter(call, sql).answer(rows);
      }
    }
  }

  /** Stops waiting at the timeout; the statement goes on. */
  private byte[] awaited(Future<byte[]> answer) {
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Refusal(
          ErrorType.STATEMENT_TIMEOUT, "The call timed out; its statement continues.", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Refusal refusal ? refusal : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(ErrorType.SERVICE_UNAVAILABLE, "The endpoint is closing.", e);
    }
  }
}
