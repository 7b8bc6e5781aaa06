package io.agencytasks.local.bench;

import java.time.Duration;
import java.util.stream.Stream;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;

/** JobRunr with as many workers; its poll interval is the least that it takes. */
record JobRunrJobs(RivalDatabase database, Asking asking) implements Backlog {
  private static final Duration LEAST_POLL_INTERVAL = Duration.ofSeconds(5);

  /** A job that carries nothing. */
  public record Ask() implements JobRequest {
    @Override
    public Class<Handler> getJobRequestHandler() {
      return Handler.class;
    }
  }

  /** Does it. */
  public record Handler(Asking asking) implements JobRequestHandler<Ask> {
    @Override
    public void run(Ask job) {
      asking.ask();
    }
  }

  /** Makes handlers, of which there is one kind. */
  private record Handlers(Asking asking) implements JobActivator {
    @Override
    public <T> T activateJob(Class<T> type) {
      return type.cast(new Handler(asking));
    }
  }

  @Override
  public String runner() {
    return "JobRunr";
  }

  @Override
  public Duration drain(int jobs) throws Exception {
    var storage = SqlStorageProviderFactory.using(database.pool());
    storage.setJobMapper(new JobMapper(new JacksonJsonMapper()));
    new JobRequestScheduler(storage).enqueue(Stream.generate(Ask::new).limit(jobs));
    asking.expect(jobs);
    long began = System.nanoTime();
    JobRunr.configure()
        .useJobActivator(new Handlers(asking))
        .useJsonMapper(new JacksonJsonMapper())
        .useStorageProvider(storage)
        .useBackgroundJobServer(
            BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                .andWorkerCount(BacklogBenchmark.AT_ONCE)
                .andPollInterval(LEAST_POLL_INTERVAL))
        .initialize();
    asking.await();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    JobRunr.destroy();
    return took;
  }
}
