package io.agencytasks.local.bench;

import io.agencytasks.local.LaptopCloud;
import io.agencytasks.local.bench.CompletionBenchmark.Crowd;
import io.agencytasks.local.bench.RouteBenchmark.Row;
import io.agencytasks.local.dataapi.DataApiEndpoint;
import io.agencytasks.local.scheduler.Scheduler;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** A running laptop, all that looks at it, and the measurements one after the other. */
record MeasuredLaptop(
    Scheduler schedules,
    DataApiEndpoint dataApi,
    DataSource superuser,
    ApiClient client,
    List<ApiClient> many,
    TaskBodies bodies,
    Stock stock,
    TaskTable tasks,
    PlainJdbc prepared,
    PlainJdbc planned)
    implements AutoCloseable {

  static MeasuredLaptop of(LaptopCloud cloud, TaskBodies bodies) throws SQLException {
    ApiClient client = new ApiClient(cloud.apiUri(), cloud.token(Benchmark.SUBJECT));
    DataSource superuser = cloud.superuser();
    String role = cloud.stack().database().user();
    return new MeasuredLaptop(
        cloud.schedules(),
        cloud.dataApi(),
        superuser,
        client,
        IntStream.range(0, ManyUsersBenchmark.USERS)
            .mapToObj(user -> client.as(cloud.token("newcomer-" + user)))
            .toList(),
        bodies,
        new Stock(superuser, bodies.target()),
        TaskTable.open(superuser),
        PlainJdbc.prepared(superuser, role, RouteBenchmark.CLIENTS),
        PlainJdbc.planned(superuser, role, RouteBenchmark.CLIENTS));
  }

  /** Prints what it finds; how many requests and statements failed. */
  long measure(List<Recording> recordings) throws Exception {
    return creation() + completion() + mixed() + manyUsers() + routes(recordings);
  }

  @Override
  public void close() throws SQLException {
    client.close();
    tasks.close();
    prepared.close();
    planned.close();
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
    CompletionBenchmark.Alone alone = completion.alone();
    Benchmark.print(CompletionBenchmark.table(alone));
    Benchmark.progress("Waiting for tasks, all at once");
    Crowd crowd = completion.together();
    Benchmark.print(CompletionBenchmark.table(crowd));
    return alone.completed().failed() + crowd.created().failed();
  }

  private long mixed() throws Exception {
    Benchmark.progress("Asking for everything at once");
    MixedBenchmark benchmark = new MixedBenchmark(client, bodies, tasks, stock);
    List<MixedBenchmark.Row> rows = benchmark.run();
    Benchmark.print(MixedBenchmark.table(rows));
    return rows.stream().mapToLong(row -> row.result().failed()).sum();
  }

  private long manyUsers() throws Exception {
    Benchmark.progress("A thousand users at once");
    Result result = new ManyUsersBenchmark(many, bodies).run();
    Benchmark.print(ManyUsersBenchmark.table(result));
    tasks.awaitQuiet();
    return result.failed();
  }

  BacklogBenchmark.Row backlog() throws Exception {
    Benchmark.progress("Working off a backlog");
    return BacklogBenchmark.run(
        new OurBacklog(superuser, tasks, dataApi, bodies.target(), this::sweep));
  }

  private long routes(List<Recording> recordings) throws Exception {
    RouteBenchmark benchmark = new RouteBenchmark(client, prepared, planned, tasks, stock);
    List<Row> rows = new ArrayList<>();
    for (Recording recording : recordings) {
      Benchmark.progress("Measuring " + recording.route());
      rows.add(benchmark.run(recording, this::sweep));
    }
    Benchmark.print(RouteBenchmark.table(rows));
    return rows.stream().mapToLong(Row::failed).sum();
  }

  private void sweep() {
    schedules.status().forEach(schedule -> schedules.fire(schedule.name()));
  }
}
