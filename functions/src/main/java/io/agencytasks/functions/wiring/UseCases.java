package io.agencytasks.functions.wiring;

import io.agencytasks.domain.artifact.ArtifactLinks;
import io.agencytasks.domain.artifact.Artifacts;
import io.agencytasks.domain.bus.PublishEvents;
import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.domain.execution.EngineSettings;
import io.agencytasks.domain.execution.ExecutorRegistry;
import io.agencytasks.domain.execution.MeasuredClaims;
import io.agencytasks.domain.execution.MeasuredSettling;
import io.agencytasks.domain.execution.RecordStores;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.execution.SettleExecutions;
import io.agencytasks.domain.execution.Steps;
import io.agencytasks.domain.execution.TaskExecutor;
import io.agencytasks.domain.health.CheckHealth;
import io.agencytasks.domain.listing.ListTasks;
import io.agencytasks.domain.metrics.Metrics;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.agencytasks.domain.task.GetTask;
import io.agencytasks.domain.task.HeadStart;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The use cases, each made of the stores and adapters that it names. */
@Factory
final class UseCases {
  /** Seconds: no task type of the standard lane may take longer, and a little for settling it. */
  private static final String LONGEST_TIMEOUT = "68";

  @Singleton
  ExecutorRegistry executors(List<TaskExecutor> executors) {
    return new ExecutorRegistry(executors);
  }

  /** One table for all functions: run orders are compared with each other. */
  @Singleton
  HeadStart headStart(
      @Property(name = "head.start.by.priority", defaultValue = HeadStart.BY_PRIORITY)
          String byPriority,
      @Property(name = "head.start.by.urgency", defaultValue = HeadStart.BY_URGENCY)
          String byUrgency) {
    return HeadStart.of(byPriority, byUrgency);
  }

  @Singleton
  GetTask getTask(GetTask.Store tasks, ArtifactLinks links) {
    return new GetTask(tasks, links);
  }

  @Singleton
  ListTasks listTasks(ListTasks.Store tasks) {
    return new ListTasks(tasks);
  }

  @Singleton
  ChangeTasks changeTasks(
      ChangeTasks.Store tasks, Doorbell doorbell, EventBell events, HeadStart headStart) {
    return new ChangeTasks(tasks, doorbell, events, headStart);
  }

  @Singleton
  CheckHealth checkHealth(CheckHealth.Store database) {
    return new CheckHealth(database);
  }

  @Singleton
  RunExecutions runExecutions(
      RunExecutions.Claims claims,
      RunExecutions.Releases releases,
      RunExecutions.Heartbeats heartbeats,
      SettleExecutions settle,
      ExecutorRegistry executors,
      Artifacts artifacts,
      Steps steps,
      @Property(name = "lease.seconds") int leaseSeconds,
      @Property(name = "executor.slots", defaultValue = "10") int slots,
      @Property(name = "executor.longest.timeout.seconds", defaultValue = LONGEST_TIMEOUT)
          int longestTimeoutSeconds,
      RunExecutions.Instance instance,
      Metrics metrics,
      Clock clock) {
    var settings =
        new EngineSettings(
            Duration.ofSeconds(leaseSeconds), Duration.ofSeconds(longestTimeoutSeconds), slots);
    return new RunExecutions(
        new MeasuredClaims(claims, metrics),
        releases,
        heartbeats,
        settle,
        executors,
        new RecordStores(artifacts, steps),
        settings,
        instance,
        clock);
  }

  @Singleton
  SettleExecutions settleExecutions(
      SettleExecutions.Store store, Doorbell doorbell, EventBell events, Metrics metrics) {
    return new SettleExecutions(new MeasuredSettling(store, metrics), doorbell, events);
  }

  @Singleton
  PublishEvents publishEvents(
      PublishEvents.Waiting waiting,
      PublishEvents.Bus bus,
      PublishEvents.Published published,
      Clock clock) {
    return new PublishEvents(waiting, bus, published, clock);
  }
}
