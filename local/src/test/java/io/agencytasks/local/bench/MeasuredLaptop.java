package io.agencytasks.local.bench;

import io.agencytasks.local.LaptopCloud;
import io.agencytasks.local.bench.CompletionBenchmark.Crowd;
import io.agencytasks.local.bench.RouteBenchmark.Row;
import io.agencytasks.local.scheduler.Scheduler;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A running laptop, all that looks at it, and the measurements one after the other. */
record MeasuredLaptop(
    Scheduler schedules, ApiClient client, TaskBodies bodies, TaskTable tasks, PlainJdbc jdbc)
    implements AutoCloseable {

  static MeasuredLaptop of(LaptopCloud cloud, TaskBodies bodies) throws SQLException {
    return new MeasuredLaptop(
        cloud.schedules(),
        new ApiClient(cloud.apiUri(), cloud.token(Benchmark.SUBJECT)),
        bodies,
        TaskTable.open(cloud.superuser()),
        PlainJdbc.open(cloud.superuser(), cloud.stack().database().user(), RouteBenchmark.CLIENTS));
  }

  /** Prints what it finds; how many requests and statements failed. */
  long measure(List<Recording> recordings) throws Exception {
    return creation() + completion() + routes(recordings);
  }

  @Override
  public void close() throws SQLException {
    client.close();
    tasks.close();
    jdbc.close();
  }

  private long creation() throws Exception {
    Benchmark.progress("Creating tasks at a constant rate");
    Result result = new CreationBenchmark(client, bodies, tasks).run();
    Benchmark.print(CreationBenchmark.table(result));
    tasks.awaitQuiet();
    return result.failed();
  }

  private long completion() throws Exception {
    CompletionBenchmark completion = new CompletionBenchmark(client, bodies, tasks);
    Benchmark.progress("Waiting for tasks, one at a time");
    Result alone = completion.alone();
    Benchmark.print(CompletionBenchmark.table(alone));
    Benchmark.progress("Waiting for tasks, all at once");
    Crowd crowd = completion.together();
    Benchmark.print(CompletionBenchmark.table(crowd));
    return alone.failed() + crowd.created().failed();
  }

  private long routes(List<Recording> recordings) throws Exception {
    RouteBenchmark benchmark =
        new RouteBenchmark(client, jdbc, tasks, new FreshTasks(tasks, creation(recordings)));
    List<Row> rows = new ArrayList<>();
    for (Recording recording : recordings) {
      Benchmark.progress("Measuring " + recording.route());
      rows.add(benchmark.run(recording, this::sweep));
    }
    Benchmark.print(RouteBenchmark.table(rows));
    return rows.stream().mapToLong(row -> row.api().failed() + row.sql().failed()).sum();
  }

  private Work creation(List<Recording> recordings) {
    return recordings.stream()
        .filter(recording -> recording.route().createsTasks())
        .findFirst()
        .map(recording -> jdbc.replay(recording, recording::task))
        .orElseThrow();
  }

  private void sweep() {
    schedules.status().forEach(schedule -> schedules.fire(schedule.name()));
  }
}
