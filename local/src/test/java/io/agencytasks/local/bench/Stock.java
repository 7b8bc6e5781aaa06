package io.agencytasks.local.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/**
 * Makes what requests are about, past the API.
 *
 * @param target what the tasks call when they run
 */
record Stock(DataSource superuser, URI target) {
  private static final AtomicLong NUMBERS = new AtomicLong(100_000_000);

  /** What a request is about, in the state that its route asks for. */
  enum Kind {
    /** Nothing but a number that no other request has. */
    NUMBER(""),
    /** A task that runs when it is told to. */
    WAITING_TASK(task("'pending'", "false")),
    /** A task that waits for its review. */
    UNREVIEWED_TASK(task("'pending'", "true")),
    /** A task that has asked for input. */
    ASKING_TASK(task("'waiting_input'", "false")),
    TEMPLATE(
        """
        insert into task_templates (user_id, name, task)
        select u.id, 'Saved ' || gen_random_uuid(),
               jsonb_build_object(
                 'title', 'Ask the other side', 'task_type', 'api_call',
                 'execution_type', 'manual_trigger', 'on_uncertain', 'retry',
                 'execution_config', jsonb_build_object('url', cast(? as text)))
        from users u, generate_series(1, ?)
        where u.subject = ?
        returning id
        """);

    private final String sql;

    Kind(String sql) {
      this.sql = sql;
    }

    private static String task(String status, String review) {
      return """
      insert into agency_tasks (
        user_id, source_type, title, task_type, lane, execution_type, execution_config, status,
        started_at, requires_human_review)
      select u.id, 'manual', 'Ask the other side', 'api_call', 'standard', 'manual_trigger',
             jsonb_build_object('url', cast(? as text)), %s, now(), %s
      from users u, generate_series(1, ?)
      where u.subject = ?
      returning id
      """
          .formatted(status, review);
    }
  }

  /**
   * Makes all of the measured user's tasks active, the finished and the running ones anew, and has
   * everybody's wait to be started by hand: no executor shall find anything to do among them.
   */
  static void reopen(DataSource superuser) throws SQLException {
    try (Connection connection = superuser.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(
          """
          update task_executions
          set status = 'failed', lease_until = null, completed_at = now()
          where status = 'started'
            and user_id = (select id from users where subject = '%s')
          """
              .formatted(Benchmark.SUBJECT));
      statement.execute(
          """
          update agency_tasks
          set status = 'pending', completed_at = null
          where status in ('completed', 'failed', 'cancelled', 'in_progress')
            and user_id = (select id from users where subject = '%s')
          """
              .formatted(Benchmark.SUBJECT));
      statement.execute(
          """
          update agency_tasks
          set execution_type = 'manual_trigger', released_at = null, run_order = null
          where status in ('pending', 'queued')
            and (released_at is not null or execution_type <> 'manual_trigger')
          """);
      statement.execute("truncate ready_tenants");
      statement.execute("vacuum (analyze) agency_tasks");
    }
  }

  /** So many of them; it runs dry when it is asked for more. */
  LongSupplier of(Kind kind, int count) throws SQLException {
    if (kind == Kind.NUMBER) {
      return NUMBERS::incrementAndGet;
    }
    Queue<Long> ids = new ConcurrentLinkedQueue<>(insert(kind.sql, count));
    return ids::remove;
  }

  /** One that may be asked for again and again. */
  LongSupplier one(Kind kind) throws SQLException {
    long id = of(kind, 1).getAsLong();
    return () -> id;
  }

  /** Triggers rest meanwhile: they know no task that begins by asking for input. */
  private List<Long> insert(String sql, int count) throws SQLException {
    try (Connection connection = superuser.getConnection();
        var setting = connection.createStatement();
        var insert = connection.prepareStatement(sql)) {
      setting.execute("set session_replication_role = replica");
      insert.setString(1, target.toString());
      insert.setInt(2, count);
      insert.setString(3, Benchmark.SUBJECT);
      List<Long> ids = new ArrayList<>();
      try (var rows = insert.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
      return ids;
    }
  }
}
