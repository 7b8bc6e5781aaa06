package io.agencytasks.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast a backlog is worked off: by this system whole, over the Data API, SQS and Lambda of the
 * laptop, and by two libraries for background jobs that talk to the same Postgres by JDBC. Each job
 * is one request to a server that does nothing. All have twenty threads to run them.
 */
record BacklogBenchmark(OurBacklog ours, List<Backlog> others) {
  static final int AT_ONCE = 20;
  private static final int WARM_UP = 500;
  private static final int JOBS = 10_000;

  /** How it went. */
  record Row(String runner, int jobs, Duration took) {
    double perSecond() {
      return jobs / (took.toNanos() / 1e9);
    }
  }

  /**
   * All of them, one after the other.
   *
   * @param statementsPerTask of ours, sent to the Data API by whomever
   */
  record Outcome(List<Row> rows, double statementsPerTask) {}

  Outcome run() throws Exception {
    ours.drain(WARM_UP);
    long before = ours.statements();
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(ours.runner(), JOBS, ours.drain(JOBS)));
    double statements = (ours.statements() - before) / (double) JOBS;
    for (Backlog other : others) {
      other.drain(WARM_UP);
      rows.add(new Row(other.runner(), JOBS, other.drain(JOBS)));
    }
    return new Outcome(rows, statements);
  }

  static Table table(Outcome outcome) {
    Table table = new Table("a backlog of", "jobs", "done/s", "statements per job");
    for (Row row : outcome.rows()) {
      table.row(
          row.runner(),
          row.jobs(),
          row.perSecond(),
          row.equals(outcome.rows().getFirst()) ? outcome.statementsPerTask() : "not counted");
    }
    return table;
  }
}
