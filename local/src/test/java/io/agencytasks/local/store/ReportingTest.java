package io.agencytasks.local.store;

import static io.agencytasks.local.store.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.agencytasks.domain.artifact.Artifacts;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.RecordStores;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.execution.Steps;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.functions.executors.report.ReportGeneration;
import io.agencytasks.local.SdkProperties;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report that is stopped, cannot be kept, or is too big; and what is left on disk: nothing. */
class ReportingTest {
  private static final String TITLE = "A task whose title is neither short nor very long, number ";

  private final TheStore store = TheStore.emptied();
  private final AWorker worker = new AWorker(store);
  private final ReportGeneration executor = store.port(ReportGeneration.class);

  @Test
  void a_file_that_cannot_be_kept_is_tried_again() throws Exception {
    aTask().createdIn(store);
    var attempt = attempt("csv", 1);

    try (var nowhere = withoutStorage()) {
      var records =
          new Records(
              attempt,
              new RecordStores(nowhere.getBean(Artifacts.class), store.port(Steps.class)),
              Clock.systemUTC());

      assertThat(executor.run(attempt, records))
          .isInstanceOfSatisfying(
              Outcome.Retry.class,
              retry -> {
                assertThat(retry.why().code()).isEqualTo("ARTIFACT_NOT_KEPT");
                assertThat(retry.uncertain()).isFalse();
              });
      assertThat(records.traces().artifacts()).isEmpty();
    }
    assertThat(foldersWith("-0001-")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "html", "pdf"})
  void whoever_is_told_to_stop_leaves_at_once_and_nothing_behind(String format) throws Exception {
    aTask().createdIn(store);
    int year = 1_000 + format.hashCode() % 900;
    var attempt = attempt(format, year);
    many(20_000, "It broke.");
    var ended = new CompletableFuture<Outcome>();
    var thread = new Thread(() -> run(attempt, ended));

    thread.start();
    await()
        .pollInterval(Duration.ofMillis(10))
        .atMost(Duration.ofSeconds(20))
        .until(() -> !foldersWith("-%04d-".formatted(year)).isEmpty());
    long told = System.nanoTime();
    thread.interrupt();

    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(() -> ended.get(20, TimeUnit.SECONDS))
        .withCauseInstanceOf(InterruptedException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofSeconds(2));
    assertThat(foldersWith("-%04d-".formatted(year))).isEmpty();
  }

  @Test
  void what_no_file_may_hold_is_given_up_with_advice() throws Exception {
    aTask().createdIn(store);
    var attempt = attempt("json", 3);
    many(20_000, "\uD83D\uDE80".repeat(1_000));

    assertThat(executor.run(attempt, records(attempt)))
        .isEqualTo(
            new Outcome.GiveUp(
                new Failure(
                    "REPORT_TOO_LARGE",
                    "The report has more than 52,428,800 bytes. Narrow its time range or its"
                        + " filters, or make several.")));
    assertThat(foldersWith("-0003-")).isEmpty();
  }

  private void run(ClaimedExecution attempt, CompletableFuture<Outcome> ended) {
    try {
      ended.complete(executor.run(attempt, records(attempt)));
    } catch (InterruptedException | RuntimeException e) {
      ended.completeExceptionally(e);
    }
  }

  private Records records(ClaimedExecution attempt) {
    return new Records(
        attempt,
        new RecordStores(store.port(Artifacts.class), store.port(Steps.class)),
        Clock.systemUTC());
  }

  /** All tasks that there are, made as if they were of this year. */
  private ClaimedExecution attempt(String format, int year) {
    store.tell(
        "update agency_tasks set created_at = created_at + make_interval(years => ? - 2026)", year);
    var claimed = worker.claim(1).getFirst();
    return new ClaimedExecution(
        claimed.token(),
        claimed.taskId(),
        claimed.taskUuid(),
        claimed.userId(),
        1,
        TaskType.REPORT_GENERATION,
        "Report",
        new Json(
            "{\"format\":\"%s\",\"from\":\"%04d-01-01T00:00:00Z\",\"to\":\"%04d-12-31T00:00:00Z\"}"
                .formatted(format, year, year)),
        null,
        Duration.ZERO);
  }

  /** Tasks of the same moment, with this error. */
  private void many(int tasks, String error) {
    store.tell("alter table agency_tasks disable trigger user");
    store.tell(
        """
        insert into agency_tasks (
          user_id, source_type, title, task_type, lane, last_error, created_at)
        select user_id, source_type, ? || n, task_type, lane, ?, created_at
        from agency_tasks
        cross join generate_series(2, ?) n
        """,
        TITLE,
        error,
        tasks);
    store.tell("alter table agency_tasks enable trigger user");
  }

  /** Whatever is kept there is refused: nobody listens. */
  private static ApplicationContext withoutStorage() {
    return SdkProperties.during(
        Map.of("aws.endpointUrlS3", "http://localhost:1"),
        () -> {
          var context =
              ApplicationContext.builder()
                  .deduceEnvironment(false)
                  .properties(Map.of("artifacts.bucket", "artifacts"))
                  .start();
          context.getBean(Artifacts.class);
          return context;
        });
  }

  /** Folders of reports with a file in them that is called so. */
  private static List<Path> foldersWith(String name) throws IOException {
    try (var all = Files.newDirectoryStream(temporary(), "agency-tasks-report-*")) {
      var found = new ArrayList<Path>();
      for (var folder : all) {
        var files = folder.toFile().list((in, file) -> file.contains(name));
        if (files != null && files.length > 0) {
          found.add(folder);
        }
      }
      return found;
    }
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }
}
