package io.agencytasks.local.aurora;

import io.agencytasks.local.template.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** A laptop's database for tests, in a folder of its own; all share one unpacked Postgres. */
public final class ADatabase {
  static final Stack.Database DATABASE =
      new Stack.Database("arn:cluster", "agency_tasks", "arn:secret", "agency_tasks_app");

  private ADatabase() {}

  public static Aurora startedIn(Path home) {
    return startedIn(home, false);
  }

  static Aurora startedIn(Path home, boolean fresh) {
    return Aurora.start(settings(home, fresh), DATABASE);
  }

  static Path dataOf(Path home) {
    return settings(home, false).data();
  }

  static Programs programs() {
    return Programs.unpack(Path.of("target", "postgres-17").toAbsolutePath());
  }

  static ProcessHandle postmasterOf(Path home) throws IOException {
    List<String> lines = Files.readAllLines(dataOf(home).resolve("postmaster.pid"));
    return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
  }

  static String ask(DataSource database, String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static void tell(DataSource database, String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Aurora.Settings settings(Path home, boolean fresh) {
    return new Aurora.Settings(
        home.resolve("postgres"),
        Path.of("target", "postgres-17"),
        home.resolve("postgres.log"),
        fresh);
  }
}
