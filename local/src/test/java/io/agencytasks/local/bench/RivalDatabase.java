package io.agencytasks.local.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The measured Postgres for another system: a schema of its own, over pooled connections. */
record RivalDatabase(HikariDataSource pool) implements AutoCloseable {

  static RivalDatabase make(DataSource superuser, String schema) throws SQLException {
    try (var connection = superuser.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create schema if not exists " + schema);
    }
    HikariConfig config = new HikariConfig();
    config.setDataSource(superuser);
    config.setMaximumPoolSize(2 * BacklogBenchmark.AT_ONCE);
    config.setConnectionInitSql("set search_path = " + schema);
    return new RivalDatabase(new HikariDataSource(config));
  }

  void tell(String sql) throws SQLException {
    try (var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
