package io.agencytasks.local.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;

/**
 * db-scheduler as its documentation sets it for throughput: rows are locked when they are fetched,
 * four times as many as there are threads.
 */
record DbScheduler(RivalDatabase database, Asking asking) implements Backlog {
  private static final String TASK = "ask";

  @Override
  public String runner() {
    return "db-scheduler";
  }

  @Override
  public Duration drain(int jobs) throws Exception {
    prepare(jobs);
    asking.expect(jobs);
    OneTimeTask<Void> task = Tasks.oneTime(TASK).execute((instance, context) -> asking.ask());
    Scheduler scheduler =
        Scheduler.create(database.pool(), task)
            .threads(BacklogBenchmark.AT_ONCE)
            .pollUsingLockAndFetch(1.0, 4.0)
            .pollingInterval(Duration.ofMillis(100))
            .build();
    long began = System.nanoTime();
    scheduler.start();
    asking.await();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    scheduler.stop();
    return took;
  }

  private void prepare(int jobs) throws Exception {
    database.tell("drop table if exists scheduled_tasks");
    database.tell(
        """
        create table scheduled_tasks (
          task_name text not null, task_instance text not null, task_data bytea,
          execution_time timestamptz not null, picked boolean not null, picked_by text,
          last_success timestamptz, last_failure timestamptz, consecutive_failures integer,
          last_heartbeat timestamptz, version bigint not null, priority smallint,
          primary key (task_name, task_instance))
        """);
    database.tell("create index on scheduled_tasks (execution_time)");
    database.tell("create index on scheduled_tasks (last_heartbeat)");
    database.tell(
        """
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        select '%s', cast(n as text), now(), false, 1
        from generate_series(1, %d) n
        """
            .formatted(TASK, jobs));
  }
}
