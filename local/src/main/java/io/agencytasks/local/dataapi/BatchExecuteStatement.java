package io.agencytasks.local.dataapi;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Runs one statement once for each set of parameters: all of them, or none. */
final class BatchExecuteStatement {
  private final StatementRunner runner;
  private final NamedSqlCache parsed;
  private final Duration timeout;

  BatchExecuteStatement(StatementRunner runner, NamedSqlCache parsed, Duration timeout) {
    this.runner = runner;
    this.parsed = parsed;
    this.timeout = timeout;
  }

  byte[] answer(Call call) {
    NamedSql sql = parsed.get(call.requiredSql());
    List<Bindings> sets = call.sets().stream().map(set -> Bindings.of(sql, set)).toList();
    DatabaseWork work = connection -> execute(connection, sql, sets);
    return runner.run(call, sql, call.transaction().isPresent() ? work : work.atOnce());
  }

  private byte[] execute(Connection connection, NamedSql sql, List<Bindings> sets)
      throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql.jdbc())) {
      statement.setQueryTimeout(Math.toIntExact(timeout.toSeconds()));
      for (Bindings set : sets) {
        set.bind(statement);
        statement.addBatch();
      }
      return Answers.updates(statement.executeBatch().length);
    }
  }
}
