package io.agencytasks.functions.wiring;

import io.agencytasks.domain.artifact.Artifacts;
import io.agencytasks.domain.execution.ExecutorRegistry;
import io.agencytasks.domain.metrics.Metrics;
import io.agencytasks.domain.sweep.ClearPayloads;
import io.agencytasks.domain.sweep.ClearTheOutbox;
import io.agencytasks.domain.sweep.DeleteArtifacts;
import io.agencytasks.domain.sweep.DeleteOldTasks;
import io.agencytasks.domain.sweep.DoorbellQueue;
import io.agencytasks.domain.sweep.EndLostLeases;
import io.agencytasks.domain.sweep.ExpireInputs;
import io.agencytasks.domain.sweep.ExpireReviews;
import io.agencytasks.domain.sweep.ForgetOldAnswers;
import io.agencytasks.domain.sweep.KeepReadyTenants;
import io.agencytasks.domain.sweep.MeasureBacklog;
import io.agencytasks.domain.sweep.RecurTasks;
import io.agencytasks.domain.sweep.ReleaseDueTasks;
import io.agencytasks.domain.sweep.RingForTheUnheard;
import io.agencytasks.domain.sweep.RingForTheUnpublished;
import io.agencytasks.domain.sweep.SweepTasks;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** The sweep with all its parts. */
@Factory
final class SweepUseCases {

  /**
   * What was lost or has expired comes before what is rung for, as others may run because of it;
   * what changes tasks, before it is announced; and what is left to do is counted last.
   */
  @Singleton
  SweepTasks sweepTasks(
      EndLostLeases.Store lostLeases,
      ExpireInputs.Store expiredInputs,
      ExpireReviews.Store expiredReviews,
      RecurTasks.Templates templates,
      RecurTasks.Store recurringTasks,
      ReleaseDueTasks.Store dueTasks,
      KeepReadyTenants.Store readyTenants,
      RingForTheUnheard.Store readyTasks,
      RingForTheUnpublished.Store unpublished,
      ForgetOldAnswers.Store oldAnswers,
      ClearTheOutbox.Store outbox,
      ClearPayloads.Store payloads,
      DeleteOldTasks.Store oldTasks,
      DeleteArtifacts.Store artifactsOfOldTasks,
      Artifacts artifacts,
      Retention retention,
      DoorbellQueue queue,
      Doorbell doorbell,
      EventBell events,
      ExecutorRegistry executors,
      MeasureBacklog.Store backlog,
      Metrics metrics,
      Clock clock) {
    return new SweepTasks(
        List.of(
            new EndLostLeases(lostLeases),
            new ExpireInputs(expiredInputs),
            new ExpireReviews(expiredReviews),
            new RecurTasks(templates, recurringTasks, doorbell, events, executors, clock),
            new ReleaseDueTasks(dueTasks, doorbell),
            new KeepReadyTenants(readyTenants),
            new RingForTheUnheard(readyTasks, queue, doorbell),
            new RingForTheUnpublished(unpublished, events),
            new ForgetOldAnswers(oldAnswers),
            new ClearTheOutbox(outbox),
            new ClearPayloads(payloads, retention.payloadsDays()),
            new DeleteOldTasks(oldTasks, retention.tasksDays()),
            new DeleteArtifacts(artifactsOfOldTasks, artifacts),
            new MeasureBacklog(backlog, metrics)),
        metrics);
  }
}
