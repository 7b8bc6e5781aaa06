package io.agencytasks.local.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.agencytasks.local.dataapi.RecordedStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** The database with nothing in between: pooled connections, as the functions' own role, in UTC. */
record PlainJdbc(HikariDataSource pool) implements AutoCloseable {

  static PlainJdbc open(DataSource superuser, String role, int clients) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(superuser);
    config.setMaximumPoolSize(clients);
    config.setConnectionInitSql("set time zone 'UTC'; set role " + role);
    return new PlainJdbc(new HikariDataSource(config));
  }

  /** What was recorded for a request, once more for another task. */
  Work replay(Recording recording, LongSupplier tasks) {
    return () -> {
      try (Connection connection = pool.getConnection()) {
        for (RecordedStatement statement : recording.about(tasks.getAsLong())) {
          statement.run(connection);
        }
        return Optional.empty();
      } catch (SQLException e) {
        return Optional.of("SQLState " + e.getSQLState());
      }
    };
  }

  @Override
  public void close() {
    pool.close();
  }
}
