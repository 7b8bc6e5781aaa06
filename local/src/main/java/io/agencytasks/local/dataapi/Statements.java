package io.agencytasks.local.dataapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Runs statements, in a transaction where the call names one, otherwise each on its own. */
final class Statements {
  private static final JsonFactory JSON = new JsonFactory();

  private final Sessions sessions;
  private final Transactions transactions;
  private final Duration timeout;
  private final NamedSqlCache parsed = new NamedSqlCache();

  Statements(Sessions sessions, Transactions transactions, Duration timeout) {
    this.sessions = sessions;
    this.transactions = transactions;
    this.timeout = timeout;
  }

  byte[] execute(Call call) {
    NamedSql sql = parsed.get(call.requiredSql());
    Bindings bindings = Bindings.of(sql, call.parameters());
    return run(call, connection -> execute(connection, call, sql, bindings));
  }

  /** Runs the statement once for each set of parameters: all of them, or none. */
  byte[] executeBatch(Call call) {
    NamedSql sql = parsed.get(call.requiredSql());
    List<List<Call.Parameter>> sets =
        call.parameterSets() == null ? List.of() : call.parameterSets();
    List<Bindings> bindings = sets.stream().map(set -> Bindings.of(sql, set)).toList();
    if (call.transaction().isPresent()) {
      return run(call, connection -> executeBatch(connection, sql, bindings));
    }
    return run(
        call, connection -> atOnce(connection, () -> executeBatch(connection, sql, bindings)));
  }

  private byte[] run(Call call, DatabaseWork work) {
    if (call.transaction().isPresent()) {
      return transactions.run(call.requiredTransaction(), work);
    }
    Connection connection = sessions.open();
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw DatabaseErrors.refusal(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      sessions.release(connection);
    }
  }

  private byte[] execute(Connection connection, Call call, NamedSql sql, Bindings bindings)
      throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql.jdbc())) {
      if (!call.outlivesTimeout()) {
        statement.setQueryTimeout(Math.toIntExact(timeout.toSeconds()));
      }
      bindings.bind(statement);
      ResultWriter result = new ResultWriter(call);
      if (!statement.execute()) {
        return result.updated(statement.getLargeUpdateCount());
      }
      try (ResultSet rows = statement.getResultSet()) {
        return result.rows(rows, sql.kind());
      }
    }
  }

  private byte[] executeBatch(Connection connection, NamedSql sql, List<Bindings> sets)
      throws SQLException, IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql.jdbc())) {
      statement.setQueryTimeout(Math.toIntExact(timeout.toSeconds()));
      for (Bindings set : sets) {
        set.bind(statement);
        statement.addBatch();
      }
      int updates = statement.executeBatch().length;
      return updateResults(updates);
    }
  }

  private interface Part {
    byte[] run() throws SQLException, IOException;
  }

  private static byte[] atOnce(Connection connection, Part part) throws SQLException, IOException {
    connection.setAutoCommit(false);
    boolean done = false;
    try {
      byte[] answer = part.run();
      connection.commit();
      done = true;
      return answer;
    } finally {
      if (!done) {
        connection.rollback();
      }
      connection.setAutoCommit(true);
    }
  }

  private static byte[] updateResults(int count) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(answer)) {
      json.writeStartObject();
      json.writeArrayFieldStart("updateResults");
      for (int i = 0; i < count; i++) {
        json.writeStartObject();
        json.writeArrayFieldStart("generatedFields");
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return answer.toByteArray();
  }
}
