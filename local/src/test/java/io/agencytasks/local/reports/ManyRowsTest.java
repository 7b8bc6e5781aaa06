package io.agencytasks.local.reports;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.LaptopCloud;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.spine.ATask;
import io.agencytasks.local.spine.Caller;
import io.agencytasks.local.spine.Rows;
import io.agencytasks.local.template.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 100,000 rows in 256 MB: by a JVM of its own, from the laptop's Data API to the laptop's S3. */
class ManyRowsTest {
  private static final int ROWS = 100_000;

  /** Whose triggers are at rest, since nothing of it is ever run. */
  private static final String MANY =
      """
      do $$ begin
        set local session_replication_role = replica;
        insert into agency_tasks (
          user_id, source_type, title, task_type, priority, status, lane, tags, last_error,
          created_at, started_at)
        select u.id, 'manual', 'Send the proposal of spring to client ' || n || ', then call them',
               'api_call', 'high', 'failed', 'standard', '["spring", "email"]',
               case n % 10 when 0 then 'POST api.example.com answered 404, expected any 2xx.' end,
               now() - make_interval(secs => n), now() - make_interval(secs => n - 5)
        from users u
        cross join generate_series(1, {rows}) n
        where u.subject = '{subject}';
      end $$
      """;

  private static final String NONE =
      """
      do $$ begin
        set local session_replication_role = replica;
        delete from agency_tasks
        where user_id = (select id from users where subject = '{subject}');
      end $$
      """;

  private final LaptopCloud cloud = SharedCloud.cloud();
  private final Rows database = new Rows(cloud.superuser());
  private final String subject = "reader-" + UUID.randomUUID();

  @TempDir private Path folder;

  @BeforeEach
  void has_100_000_tasks() throws Exception {
    Caller.with(cloud.token(subject)).create(ATask.idle());
    tell(NONE);
    tell(MANY);
  }

  @AfterEach
  void has_none() throws Exception {
    tell(NONE);
  }

  @Test
  void are_reported_in_256_megabytes_whatever_the_format() throws Exception {
    var user = database.of("select id from users where subject = ?", subject).getFirst();

    var printed = printed(user, "csv", "json", "html", "pdf");

    assertThat(printed)
        .as(String.join("\n", printed))
        .hasSize(5)
        .satisfiesOnlyOnce(line -> assertThat(line).contains(": 100,000 tasks, CSV in "))
        .satisfiesOnlyOnce(line -> assertThat(line).contains(": 100,000 tasks, JSON in "))
        .satisfiesOnlyOnce(line -> assertThat(line).contains(": 100,000 tasks, HTML in "))
        .satisfiesOnlyOnce(line -> assertThat(line).contains(": 100,000 tasks, PDF in "));
  }

  private List<String> printed(String... arguments) throws Exception {
    var output = folder.resolve("output.txt");
    var java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "--class-path",
                System.getProperty("java.class.path"),
                ReportingProcess.class.getName())
            .redirectError(folder.resolve("errors.txt").toFile())
            .redirectOutput(output.toFile());
    java.command().addAll(List.of(arguments));
    java.environment().putAll(environment());
    var process = java.start();
    if (!process.waitFor(240, SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readAllLines(output).stream().filter(line -> !line.startsWith("{")).toList();
  }

  /** What the executor is told, and where its SDK clients find everything. */
  private Map<String, String> environment() {
    var environment = new HashMap<>(executor().environment());
    environment.put("AWS_REGION", System.getProperty("aws.region"));
    environment.put("AWS_ACCESS_KEY_ID", System.getProperty("aws.accessKeyId"));
    environment.put("AWS_SECRET_ACCESS_KEY", System.getProperty("aws.secretAccessKey"));
    environment.put("AWS_ENDPOINT_URL_RDS_DATA", cloud.dataApi().uri().toString());
    environment.put("AWS_ENDPOINT_URL_S3", cloud.s3().uri().toString());
    return environment;
  }

  private Stack.Function executor() {
    return cloud.stack().functions().stream()
        .filter(function -> function.name().equals("Executor"))
        .findFirst()
        .orElseThrow();
  }

  private void tell(String sql) throws Exception {
    database.of(sql.replace("{subject}", subject).replace("{rows}", Integer.toString(ROWS)));
  }
}
