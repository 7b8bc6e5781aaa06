package io.agencytasks.local.bench;

import io.agencytasks.local.scale.Loader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Looks at the tasks past the API, so that looking costs the API nothing. */
record TaskTable(Connection connection) implements AutoCloseable {
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

  static TaskTable open(DataSource superuser) throws SQLException {
    return new TaskTable(superuser.getConnection());
  }

  /** Returns when so many tasks are completed, looking once a millisecond. */
  void awaitCompleted(long after, long count) throws SQLException, TimeoutException {
    await(
        "select count(*) >= %d from agency_tasks where id > %d and status = 'completed'"
            .formatted(count, after));
  }

  /** Returns when nothing that was created since the loading runs or is about to. */
  void awaitQuiet() throws SQLException, TimeoutException {
    await(
        """
        select not exists (
          select from agency_tasks
          where id > %d
            and (status in ('queued', 'in_progress') or status = 'pending' and released_at is not null))
        """
            .formatted(Loader.LAST_ID));
  }

  /** The executions of tasks made after one. */
  long executions(long after) throws SQLException {
    return ids("select id from task_executions where task_id > " + after).size();
  }

  /** How long tasks made after one took from their creation to their first start. */
  List<Long> startMicros(long after) throws SQLException {
    return ids(
        """
        select cast(1e6 * extract(epoch from min(e.started_at) - t.created_at) as bigint)
        from agency_tasks t
        join task_executions e on e.task_id = t.id
        where t.id > %d
        group by t.id
        """
            .formatted(after));
  }

  long newest() throws SQLException {
    return ids("select max(id) from agency_tasks").getFirst();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void await(String condition) throws SQLException, TimeoutException {
    long end = System.nanoTime() + PATIENCE;
    try (PreparedStatement statement = connection.prepareStatement(condition)) {
      while (!holds(statement)) {
        if (System.nanoTime() > end) {
          throw new TimeoutException("Never came true: " + condition);
        }
        LockSupport.parkNanos(LOOK_AGAIN);
      }
    }
  }

  private static boolean holds(PreparedStatement condition) throws SQLException {
    try (ResultSet row = condition.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  private List<Long> ids(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      List<Long> ids = new ArrayList<>();
      while (rows.next()) {
        ids.add(rows.getLong(1));
      }
      return ids;
    }
  }
}
