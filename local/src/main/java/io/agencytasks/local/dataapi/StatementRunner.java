package io.agencytasks.local.dataapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Gives a statement its connection: its transaction's, or one of its own. */
final class StatementRunner {
  private final Sessions sessions;
  private final Transactions transactions;

  StatementRunner(Sessions sessions, Transactions transactions) {
    this.sessions = sessions;
    this.transactions = transactions;
  }

  byte[] run(Call call, NamedSql sql, DatabaseWork work) {
    return call.transaction()
        .map(id -> transactions.run(id, work))
        .orElseGet(() -> runOnItsOwn(sql, work));
  }

  private byte[] runOnItsOwn(NamedSql sql, DatabaseWork work) {
    Connection connection = sessions.open();
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw DatabaseErrors.refusal(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (sql.prepares()) {
        sessions.release(connection);
      } else {
        sessions.releaseWithPlans(connection);
      }
    }
  }
}
