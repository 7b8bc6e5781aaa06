package io.agencytasks.local.bench;

import java.time.Duration;

/** Tasks created at a constant rate, each of which is run at once by the same laptop. */
record CreationBenchmark(ApiClient client, TaskBodies bodies, TaskTable tasks) {
  private static final int PER_SECOND = 100;
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration DURATION = Duration.ofSeconds(30);
  private static final double GOAL_MILLIS = 200;

  Result run() throws Exception {
    Work create = () -> client.failure(bodies.createAutomatic());
    Result warmUp = new OpenLoop(PER_SECOND, WARM_UP).run(create);
    tasks.awaitQuiet();
    return new OpenLoop(PER_SECOND, DURATION).run(create).after(warmUp);
  }

  static Table table(Result result) {
    return new Table("planned/s", "done/s", "p50 ms", "p95", "p99", "longest", "failed", "goal")
        .row(
            PER_SECOND,
            result.perSecond(),
            result.percentile(50),
            result.percentile(95),
            result.percentile(99),
            result.longest(),
            result.faults(),
            "p99 under 200 ms: " + (result.percentile(99) < GOAL_MILLIS ? "kept" : "missed"));
  }
}
