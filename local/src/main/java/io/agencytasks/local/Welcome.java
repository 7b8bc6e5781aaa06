package io.agencytasks.local;

import io.agencytasks.local.template.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/** What a laptop says when it is ready: what runs, and three lines to paste. */
record Welcome(LaptopCloud cloud, Settings settings) {
  private static final String SUBJECT = "alice";

  String text() throws IOException, SQLException {
    String token = cloud.token(SUBJECT);
    String curl = "curl -sS -H @'" + headerFile(token) + "' ";
    String tasks = cloud.apiUri() + "/v1/tasks";
    return """

    Agency Tasks runs at %s
      functions  %s
      queues     %s
      mail in    %s
      data       %s (kept; -Dlaptop.fresh wipes them), log in laptop.log
      setting    AllowLoopbackTargets=%s: whether tasks may call this machine (never on AWS)

    A token of %s, good for a day:
    %s

    Paste these, to create a task, to look at it, and to list all:
      %s-d '%s' %s
      %s%s/%d
      %s%s

    Ctrl-C stops it. What it does at the moment: %s/local/status
    """
        .formatted(
            cloud.apiUri(),
            String.join(" ", cloud.stack().functions().stream().map(Stack.Function::name).toList()),
            String.join(" ", cloud.stack().queues().stream().map(Stack.Queue::name).toList()),
            cloud.smtp(),
            settings.home(),
            settings.parameters().getOrDefault("AllowLoopbackTargets", "true"),
            SUBJECT,
            token,
            curl,
            task(),
            tasks,
            curl,
            tasks,
            nextTaskId(),
            curl,
            tasks,
            cloud.apiUri());
  }

  private String task() {
    return """
    {"title":"How is the laptop?","taskType":"api_call","executionConfig":{"url":"%s/v1/health"}}\
    """
        .formatted(cloud.apiUri());
  }

  /** The number that the first line's task will have. */
  private long nextTaskId() throws SQLException {
    try (var connection = cloud.superuser().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select last_value + is_called::int
                from agency_tasks_id_seq
                """)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The token would make the lines too long to read; curl takes the header from this file. */
  private Path headerFile(String token) throws IOException {
    Path file = settings.home().resolve(SUBJECT);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, "Authorization: Bearer " + token + "\n");
  }
}
