package io.agencytasks.functions.wiring;

import io.agencytasks.domain.change.ChangeTasks;
import io.agencytasks.domain.execution.EngineSettings;
import io.agencytasks.domain.execution.ExecutorRegistry;
import io.agencytasks.domain.execution.RunExecutions;
import io.agencytasks.domain.execution.SettleExecutions;
import io.agencytasks.domain.execution.TaskExecutor;
import io.agencytasks.domain.health.CheckHealth;
import io.agencytasks.domain.listing.ListTasks;
import io.agencytasks.domain.sweep.ClearPayloads;
import io.agencytasks.domain.sweep.DeleteOldTasks;
import io.agencytasks.domain.sweep.DoorbellQueue;
import io.agencytasks.domain.sweep.EndLostLeases;
import io.agencytasks.domain.sweep.ForgetOldAnswers;
import io.agencytasks.domain.sweep.RecurTasks;
import io.agencytasks.domain.sweep.ReleaseDueTasks;
import io.agencytasks.domain.sweep.RingForTheUnheard;
import io.agencytasks.domain.sweep.SweepTasks;
import io.agencytasks.domain.task.Doorbell;
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
  /** No task type may take longer in one attempt, and a little for settling it. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(65);

  @Singleton
  ExecutorRegistry executors(List<TaskExecutor> executors) {
    return new ExecutorRegistry(executors);
  }

  @Singleton
  HeadStart headStart() {
    return new HeadStart();
  }

  @Singleton
  GetTask getTask(GetTask.Store tasks) {
    return new GetTask(tasks);
  }

  @Singleton
  ListTasks listTasks(ListTasks.Store tasks) {
    return new ListTasks(tasks);
  }

  @Singleton
  ChangeTasks changeTasks(ChangeTasks.Store tasks, Doorbell doorbell, HeadStart headStart) {
    return new ChangeTasks(tasks, doorbell, headStart);
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
      @Property(name = "lease.seconds") int leaseSeconds,
      Clock clock) {
    var settings = new EngineSettings(Duration.ofSeconds(leaseSeconds), LONGEST_TIMEOUT);
    return new RunExecutions(claims, releases, heartbeats, settle, executors, settings, clock);
  }

  @Singleton
  SettleExecutions settleExecutions(SettleExecutions.Store store, Doorbell doorbell) {
    return new SettleExecutions(store, doorbell);
  }

  /** What was lost comes before what is rung for. */
  @Singleton
  SweepTasks sweepTasks(
      EndLostLeases.Store lostLeases,
      RecurTasks.Templates templates,
      RecurTasks.Store recurringTasks,
      ReleaseDueTasks.Store dueTasks,
      RingForTheUnheard.Store readyTasks,
      ForgetOldAnswers.Store oldAnswers,
      ClearPayloads.Store payloads,
      DeleteOldTasks.Store oldTasks,
      Retention retention,
      DoorbellQueue queue,
      Doorbell doorbell,
      ExecutorRegistry executors,
      Clock clock) {
    return new SweepTasks(
        List.of(
            new EndLostLeases(lostLeases),
            new RecurTasks(templates, recurringTasks, doorbell, executors, clock),
            new ReleaseDueTasks(dueTasks, doorbell),
            new RingForTheUnheard(readyTasks, queue, doorbell),
            new ForgetOldAnswers(oldAnswers),
            new ClearPayloads(payloads, retention.payloadsDays()),
            new DeleteOldTasks(oldTasks, retention.tasksDays())));
  }
}
