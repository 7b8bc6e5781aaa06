package io.agencytasks.local.dataapi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A real Postgres, started once for all tests of this package; it ends with their JVM. */
final class TestDatabase {
  private static final EmbeddedPostgres POSTGRES = start();

  private TestDatabase() {}

  /** A pool of at most ten connections, which the caller closes. */
  static HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(POSTGRES.getJdbcUrl("postgres", "postgres"));
    config.setMaximumPoolSize(10);
    config.setConnectionTimeout(2_000);
    return new HikariDataSource(config);
  }

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
