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

  /**
   * Statements that are prepared once for each connection, and planned when Postgres thinks fit.
   */
  static PlainJdbc prepared(DataSource superuser, String role, int clients) {
    return open(superuser, role, clients, "auto");
  }

  /**
   * Statements that are planned anew each time, as sessions that are scrubbed after a call must.
   */
  static PlainJdbc planned(DataSource superuser, String role, int clients) {
    return open(superuser, role, clients, "force_custom_plan");
  }

  private static PlainJdbc open(DataSource superuser, String role, int clients, String planning) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(superuser);
    config.setMaximumPoolSize(clients);
    config.setConnectionInitSql(
        "set time zone 'UTC'; set plan_cache_mode = %s; set role %s".formatted(planning, role));
    return new PlainJdbc(new HikariDataSource(config));
  }

  /** What was recorded for a request, once more about something else. */
  Work replay(Recording recording, LongSupplier numbers) {
    return () -> {
      try (Connection connection = pool.getConnection()) {
        for (RecordedStatement statement : recording.about(numbers.getAsLong())) {
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
