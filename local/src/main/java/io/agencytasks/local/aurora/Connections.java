package io.agencytasks.local.aurora;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Ways into the server on a port of this machine. */
record Connections(int port) {
  private static final int LEAST = 10;
  private static final int MOST = 40;
  private static final int PER_PROCESSOR = 5;

  /** How long a borrower waits: longer than a restart of Postgres usually takes. */
  private static final long BORROW_MILLIS = 15_000;

  String url(String database) {
    return "postgresql://%s@127.0.0.1:%d/%s".formatted(Aurora.SUPERUSER, port, database);
  }

  /** A connection each time it is asked. */
  DataSource to(String database, String user) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(user);
    return source;
  }

  HikariDataSource pool(String database, String user) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("aurora");
    config.setDataSource(to(database, user));
    config.setMaximumPoolSize(
        Math.clamp((long) PER_PROCESSOR * Runtime.getRuntime().availableProcessors(), LEAST, MOST));
    config.setConnectionTimeout(BORROW_MILLIS);
    // The driver asks for this JVM's own zone; sessions of the Data API are in UTC.
    config.setConnectionInitSql("set time zone 'UTC'");
    return new HikariDataSource(config);
  }
}
