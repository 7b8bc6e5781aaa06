package io.agencytasks.local.dataapi;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lends out connections, so that no session's state is ever seen by another call. */
final class Sessions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  private static final String USE_UTC = "set time zone 'UTC'";
  private static final String DISCARD_ALL = "discard all; " + USE_UTC;

  /** What DISCARD ALL does, but for plans and prepared statements: the driver has some of both. */
  private static final String DISCARD_ALL_BUT_PLANS =
      """
      close all;
      set session authorization default;
      reset all;
      set time zone 'UTC';
      unlisten *;
      select pg_advisory_unlock_all();
      discard temp;
      discard sequences
      """;

  private final DataSource dataSource;
  private final ExecutorService scrubbers = Executors.newVirtualThreadPerTaskExecutor();

  Sessions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** A session in UTC, as Aurora's are, each statement its own transaction. */
  Connection open() {
    try {
      Connection connection = dataSource.getConnection();
      try {
        useUtc(connection);
        return connection;
      } catch (SQLException e) {
        discard(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw DatabaseErrors.refusal(e);
    }
  }

  /** Takes a session back and scrubs it while the caller goes on. */
  void release(Connection connection) {
    scrubbers.execute(() -> scrub(connection, DISCARD_ALL));
  }

  /** The same for a session in which nothing was prepared: planning is half the work of many. */
  void releaseWithPlans(Connection connection) {
    scrubbers.execute(() -> scrub(connection, DISCARD_ALL_BUT_PLANS));
  }

  @Override
  public void close() {
    scrubbers.close();
  }

  private static void useUtc(Connection connection) throws SQLException {
    String zone = connection.unwrap(PGConnection.class).getParameterStatus("TimeZone");
    if (!"UTC".equals(zone)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(USE_UTC);
      }
    }
  }

  private static void scrub(Connection connection, String discard) {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute(discard);
    } catch (SQLException e) {
      LOG.debug("A session could not be scrubbed and is given up", e);
      discard(connection);
    }
  }

  private static void discard(Connection connection) {
    try (connection) {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("A broken session could not be closed", e);
    }
  }
}
