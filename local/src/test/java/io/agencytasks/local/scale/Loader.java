package io.agencytasks.local.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agencytasks.domain.task.Lane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Fills an empty database with a million tasks, their attempts and their events: two things at a
 * time, with triggers at rest and indexes made last.
 *
 * @param laneOfMost of all tasks but those for a browser: where no executor works in it, none of
 *     them is run
 */
public record Loader(DataSource superuser, Lane laneOfMost) {
  /** No task, attempt or event that is loaded has a greater number; those that follow do. */
  public static final long LAST_ID = 10_000_000;

  private static final List<String> BIG = List.of("agency_tasks", "task_executions", "task_events");

  /** An index that no constraint keeps, and how well its columns are known. */
  private record Index(String name, String table, String definition) {
    /** These take longest to make. */
    boolean isInverted() {
      return definition.contains("USING gin");
    }
  }

  public void load() throws SQLException, InterruptedException {
    for (String setting : List.of("max_wal_size = '16GB'", "full_page_writes = off")) {
      tell("alter system set " + setting);
    }
    tell("select pg_reload_conf()");
    fill();
    tell("alter system reset all");
    tell("select pg_reload_conf()");
  }

  private void fill() throws SQLException, InterruptedException {
    List<Index> indexes = indexes();
    for (Index index : indexes) {
      tell("drop index " + index.name());
    }
    tell(sql("chance"));
    tell(sql("users"));
    String tasks = sql("tasks").replace("{lane}", laneOfMost.toString());
    together(Stream.of(tasks.replace("?", "1"), tasks.replace("?", "2")));
    together(
        Stream.of(
                of(indexes.stream().filter(Index::isInverted)),
                Stream.of(sql("executions"), sql("events"), sql("dependencies")),
                of(
                    indexes.stream()
                        .filter(it -> it.table().equals("agency_tasks") && !it.isInverted())))
            .flatMap(it -> it));
    together(
        Stream.concat(
            Stream.of(sql("ready_tenants")),
            of(indexes.stream().filter(it -> !it.table().equals("agency_tasks")))));
    for (String table : BIG) {
      tell("select setval(pg_get_serial_sequence('%s', 'id'), %d)".formatted(table, LAST_ID));
    }
    tell("select setval(pg_get_serial_sequence('users', 'id'), 10000)");
    together(
        Stream.concat(
            BIG.stream().map(it -> "vacuum (analyze) " + it),
            Stream.of("vacuum (analyze) users, task_dependencies, ready_tenants")));
  }

  private static Stream<String> of(Stream<Index> indexes) {
    return indexes.map(Index::definition);
  }

  private List<Index> indexes() throws SQLException {
    List<Index> indexes = new ArrayList<>();
    try (Connection connection = superuser.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select indexname, tablename, indexdef || coalesce((
                         select string_agg(
                           format('; alter index %I alter column %s set statistics %s',
                                  i.indexname, a.attnum, a.attstattarget), '')
                         from pg_attribute a
                         where a.attrelid = cast(i.indexname as regclass)
                           and a.attstattarget >= 0), '')
                from pg_indexes i
                where tablename in ('agency_tasks', 'task_executions', 'task_events')
                  and not exists (
                    select from pg_constraint where conindid = cast(i.indexname as regclass))
                """)) {
      while (rows.next()) {
        indexes.add(new Index(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return indexes;
  }

  private void together(Stream<String> statements) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Callable<Void>> works = new ArrayList<>();
      statements.forEach(
          sql ->
              works.add(
                  () -> {
                    tell(sql);
                    return null;
                  }));
      for (var work : threads.invokeAll(works)) {
        work.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void tell(String sql) throws SQLException {
    try (Connection connection = superuser.getConnection();
        var statement = connection.createStatement()) {
      for (String setting :
          List.of(
              "session_replication_role = replica",
              "synchronous_commit = off",
              "maintenance_work_mem = '512MB'",
              "work_mem = '64MB'",
              "jit = off")) {
        statement.execute("set " + setting);
      }
      statement.execute(sql);
    }
  }

  private static String sql(String name) {
    try (var file = Loader.class.getResourceAsStream("/scale/" + name + ".sql")) {
      if (file == null) {
        throw new IllegalStateException(name + ".sql is missing on the class path");
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
