package io.agencytasks.local.hostile;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** All that a user has in the database, as one number, by a connection of its own. */
final class Footprint {
  private static final String OF_ITS_TASK =
      "(select t.user_id from agency_tasks t where t.id = r.task_id)";

  /** Whose a table's rows are: what a condition compares with the user's id. */
  static final Map<String, String> TABLES =
      Map.ofEntries(
          Map.entry("agency_tasks", "r.user_id"),
          Map.entry("bot_conversations", "r.user_id"),
          Map.entry("idempotency_keys", "r.user_id"),
          Map.entry("inbound_messages", "r.user_id"),
          Map.entry("task_events", "r.user_id"),
          Map.entry("task_executions", "r.user_id"),
          Map.entry("task_templates", "r.user_id"),
          Map.entry("user_webhooks", "r.user_id"),
          Map.entry("users", "r.id"),
          Map.entry(
              "webhook_rates", "(select w.user_id from user_webhooks w where w.id = r.webhook_id)"),
          Map.entry("task_dependencies", OF_ITS_TASK),
          Map.entry("task_event_outbox", OF_ITS_TASK));

  /** Nobody's, or kept by the machine, which changes them when it gets round to it. */
  static final List<String> OTHERS =
      List.of(
          "artifact_deletions",
          "flyway_schema_history",
          "task_transitions",
          "ready_tenants",
          "task_notifications");

  /** Of what is to be published, how far that has come. */
  private static final String IN_ITS_OWN_TIME = "'{free_at,published_at}'::text[]";

  private static final String SQL =
      "with owner as (select ?::bigint as id)"
          + " select md5(string_agg(line, ',' order by line)) from ("
          + TABLES.entrySet().stream().map(Footprint::rows).collect(joining(" union all "))
          + ") everything";

  private final Connection connection;
  private final PreparedStatement everything;

  Footprint(DataSource database, String subject) throws SQLException {
    this.connection = database.getConnection();
    try (var user = connection.prepareStatement("select id from users where subject = ?")) {
      user.setString(1, subject);
      this.everything = connection.prepareStatement(SQL);
      everything.setString(1, one(user));
    }
  }

  String taken() throws SQLException {
    return one(everything);
  }

  /** The tables that there are. */
  List<String> tables() throws SQLException {
    try (var rows =
        connection
            .createStatement()
            .executeQuery(
                "select table_name from information_schema.tables where table_schema = 'public'"
                    + " and table_type = 'BASE TABLE'")) {
      List<String> tables = new ArrayList<>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  private static String rows(Map.Entry<String, String> table) {
    return ("select '%s' || (to_jsonb(r) - %s)::text as line from %s r"
            + " where %s = (select id from owner)")
        .formatted(table.getKey(), IN_ITS_OWN_TIME, table.getKey(), table.getValue());
  }

  private static String one(PreparedStatement statement) throws SQLException {
    try (var row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    }
  }
}
