package io.agencytasks.functions.wiring;

import io.agencytasks.domain.artifact.ArtifactLinks;
import io.agencytasks.domain.history.GetEvents;
import io.agencytasks.domain.history.GetExecutions;
import io.agencytasks.domain.queue.GetQueue;
import io.agencytasks.domain.readiness.GetReadiness;
import io.agencytasks.domain.stats.GetStats;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The use cases that show how things stand and change nothing. */
@Factory
final class ReadUseCases {

  @Singleton
  GetQueue getTaskQueue(GetQueue.Store tasks) {
    return new GetQueue(tasks);
  }

  @Singleton
  GetStats getStats(GetStats.Store tasks, Clock clock) {
    return new GetStats(tasks, clock);
  }

  @Singleton
  GetExecutions getExecutions(GetExecutions.Store attempts, ArtifactLinks links) {
    return new GetExecutions(attempts, links);
  }

  @Singleton
  GetEvents getEvents(GetEvents.Store events) {
    return new GetEvents(events);
  }

  @Singleton
  GetReadiness getReadiness(GetReadiness.Store tasks) {
    return new GetReadiness(tasks);
  }
}
