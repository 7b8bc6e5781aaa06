package io.agencytasks.local.dataapi;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/** A transaction between BeginTransaction and its end; it does one thing at a time. */
final class Transaction {
  private final String id;
  private final Connection connection;
  private final Clock clock;
  private final Instant begun;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile Instant lastUsed;

  /** Begins a transaction on a connection that has none. */
  Transaction(String id, Connection connection, Clock clock) throws SQLException {
    this.id = id;
    this.connection = connection;
    this.clock = clock;
    this.begun = clock.instant();
    this.lastUsed = begun;
    connection.setAutoCommit(false);
    // The driver sends BEGIN with the first statement; AWS begins at once.
    touch();
  }

  String id() {
    return id;
  }

  Connection connection() {
    return connection;
  }

  /** Takes the transaction for one call; false while another has it. */
  boolean take() {
    return busy.compareAndSet(false, true);
  }

  void giveBack() {
    lastUsed = clock.instant();
    busy.set(false);
  }

  boolean outlived(Duration idle, Duration life) {
    Instant now = clock.instant();
    return now.isAfter(lastUsed.plus(idle)) || now.isAfter(begun.plus(life));
  }

  void commit() throws SQLException {
    // Postgres would take the COMMIT of a failed transaction for a ROLLBACK, and not say so.
    touch();
    connection.commit();
    connection.setAutoCommit(true);
  }

  void rollBack() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  private void touch() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select 1");
    }
  }
}
