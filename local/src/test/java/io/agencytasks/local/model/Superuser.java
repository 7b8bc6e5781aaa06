package io.agencytasks.local.model;

import io.agencytasks.local.store.TheStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Lets time pass and looks behind the API, on one connection; no trigger fires on what it does. */
final class Superuser implements AutoCloseable {
  private final Connection connection;

  private Superuser(Connection connection) {
    this.connection = connection;
  }

  static Superuser of(TheStore store) {
    try {
      var superuser = new Superuser(store.superuser().getConnection());
      superuser.tell("set session_replication_role = replica");
      return superuser;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void tell(String sql, Object... values) {
    try (var statement = prepared(sql, values)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of the one row. */
  String ask(String sql, Object... values) {
    try (var statement = prepared(sql, values);
        var rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private PreparedStatement prepared(String sql, Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int n = 0; n < values.length; n++) {
      statement.setObject(n + 1, values[n]);
    }
    return statement;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
