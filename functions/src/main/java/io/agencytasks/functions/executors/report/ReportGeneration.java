package io.agencytasks.functions.executors.report;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.execution.TaskExecutor;
import io.agencytasks.domain.report.ReportRows;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.Unavailable;
import io.agencytasks.functions.executors.Advice;
import io.agencytasks.functions.executors.Decoded.Invalid;
import io.agencytasks.functions.executors.Decoded.Valid;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a report of its owner's tasks, and keeps it as an artifact. To do so twice is harmless.
 */
@Singleton
public final class ReportGeneration implements TaskExecutor {
  private static final Logger log = LoggerFactory.getLogger(ReportGeneration.class);

  /** Several times what 100,000 rows take. */
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Provider<ReportRows> rows;
  private final Clock clock;

  /**
   * One for all attempts.
   *
   * @param rows is asked for when a report is made: whoever only checks configurations has none
   */
  ReportGeneration(Provider<ReportRows> rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public TaskType type() {
    return TaskType.REPORT_GENERATION;
  }

  @Override
  public List<Fault> check(Json config) {
    return ReportConfig.decode(config).allFaults();
  }

  @Override
  public OnUncertain onUncertain(Json config) {
    return OnUncertain.RETRY;
  }

  @Override
  public Duration timeout(Json config) {
    return TIMEOUT;
  }

  @Override
  public Outcome run(ClaimedExecution execution, Records records) throws InterruptedException {
    var outcome =
        switch (ReportConfig.decode(execution.config())) {
          case Valid<ReportConfig>(var config) -> make(config, execution.userId(), records);
          case Invalid<ReportConfig>(var faults) -> Advice.correct(faults);
        };
    Advice.note(outcome, records.log());
    return outcome;
  }

  private Outcome make(ReportConfig config, long userId, Records records)
      throws InterruptedException {
    var report = config.at(clock.instant());
    try {
      return new Production(report, config.format(), records).make(rows.get(), userId);
    } catch (ReportTooLarge tooMuch) {
      return new Outcome.GiveUp(
          new Failure(
              "REPORT_TOO_LARGE",
              "The report has %s. Narrow its time range or its filters, or make several."
                  .formatted(tooMuch.getMessage())));
    } catch (Unavailable outage) {
      leaveIfInterrupted();
      return new Outcome.Retry(
          new Failure(
              "DATABASE_UNAVAILABLE", "The report was not made: its rows cannot be read just now."),
          Optional.of(outage.retryAfter()));
    } catch (IOException failure) {
      leaveIfInterrupted();
      log.atError().setCause(failure).log("report not written");
      return new Outcome.Retry(
          new Failure("REPORT_NOT_WRITTEN", "The report could not be written to disk just now."),
          Optional.empty());
    }
  }

  /** What breaks off because its thread is interrupted is no failure. */
  private static void leaveIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("told to stop");
    }
  }
}
