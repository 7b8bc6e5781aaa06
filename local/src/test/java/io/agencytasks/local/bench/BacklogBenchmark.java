package io.agencytasks.local.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How fast a backlog is worked off: by this system whole, over the Data API, SQS and Lambda of the
 * laptop, and by two libraries for background jobs that talk to the same Postgres by JDBC. Each job
 * is one request to a server that does nothing. All have twenty threads to run them.
 */
final class BacklogBenchmark {
  static final int AT_ONCE = 20;
  private static final int WARM_UP = 500;
  private static final int JOBS = 10_000;

  private BacklogBenchmark() {}

  /**
   * How it went.
   *
   * @param statements of each job, sent to the Data API by whomever; absent where nobody counts
   */
  record Row(String runner, Duration took, Optional<Double> statements) {
    double perSecond() {
      return JOBS / (took.toNanos() / 1e9);
    }
  }

  static Row run(OurBacklog ours) throws Exception {
    ours.drain(WARM_UP);
    long before = ours.statements();
    Duration took = ours.drain(JOBS);
    double statements = (ours.statements() - before) / (double) JOBS;
    return new Row(ours.runner(), took, Optional.of(statements));
  }

  static Row run(Backlog other) throws Exception {
    other.drain(WARM_UP);
    return new Row(other.runner(), other.drain(JOBS), Optional.empty());
  }

  static Table table(List<Row> rows) {
    Table table = new Table("a backlog of", "jobs", "done/s", "statements per job");
    for (Row row : rows) {
      table.row(
          row.runner(),
          JOBS,
          row.perSecond(),
          row.statements()
              .map(each -> String.format(Locale.ROOT, "%.2f", each))
              .orElse("not counted"));
    }
    return table;
  }
}
