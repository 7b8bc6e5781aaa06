package io.agencytasks.domain.readiness;

import io.agencytasks.domain.readiness.Reason.AssignedToPerson;
import io.agencytasks.domain.readiness.Reason.Blocked;
import io.agencytasks.domain.readiness.Reason.Deferred;
import io.agencytasks.domain.readiness.Reason.Final;
import io.agencytasks.domain.readiness.Reason.InProgress;
import io.agencytasks.domain.readiness.Reason.ManualTrigger;
import io.agencytasks.domain.readiness.Reason.RetryScheduled;
import io.agencytasks.domain.readiness.Reason.ReviewRequired;
import io.agencytasks.domain.readiness.Reason.Scheduled;
import io.agencytasks.domain.readiness.Reason.WaitingInput;
import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TriggeredBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a task stands: all that decides whether it may start.
 *
 * @param ready the verdict of the very guards that a claim obeys
 * @param notBefore null where no time was given
 */
public record Standing(
    Instant now,
    TaskStatus status,
    boolean ready,
    boolean assignedToBot,
    boolean requiresHumanReview,
    boolean blocked,
    boolean released,
    ExecutionType executionType,
    @Nullable TriggeredBy triggeredBy,
    @Nullable Instant scheduledFor,
    @Nullable Instant notBefore,
    @Nullable String statusReason,
    @Nullable Instant inputDeadline,
    Place place) {

  Readiness readiness(List<Link> chain) {
    return ready
        ? new Readiness(
            true, place.reasons(), place.position(), place.estimatedStart(now).orElse(null))
        : new Readiness(false, hindrances(chain), null, null);
  }

  /** What stands in the way by itself first, and then what would do so next. */
  private List<Reason> hindrances(List<Link> chain) {
    var reasons = new ArrayList<Reason>();
    switch (status) {
      case COMPLETED, CANCELLED -> {
        return List.of(new Final(status));
      }
      case IN_PROGRESS -> {
        return List.of(new InProgress());
      }
      case FAILED -> reasons.add(new Final(status));
      case WAITING_INPUT -> reasons.add(new WaitingInput(prompt(), inputDeadline));
      case DEFERRED -> {
        reasons.add(new Deferred(notBefore));
        if (!released && executionType == ExecutionType.MANUAL_TRIGGER) {
          reasons.add(new ManualTrigger());
        }
      }
      case PENDING, QUEUED -> {
        if (!released) {
          reasons.add(unreleased());
        } else if (notBefore == null || notBefore.isAfter(now)) {
          reasons.add(held());
        }
      }
    }
    reasons.addAll(guards(chain));
    return List.copyOf(reasons);
  }

  private String prompt() {
    return Objects.requireNonNullElse(statusReason, "");
  }

  /** A time releases a task, unless it is one that only a person may start. */
  private Reason unreleased() {
    return executionType == ExecutionType.MANUAL_TRIGGER || scheduledFor == null
        ? new ManualTrigger()
        : new Scheduled(scheduledFor);
  }

  private Reason held() {
    if (notBefore == null) {
      return new Deferred(null);
    }
    return triggeredBy == TriggeredBy.RETRY
        ? new RetryScheduled(notBefore)
        : new Scheduled(notBefore);
  }

  private List<Reason> guards(List<Link> chain) {
    var reasons = new ArrayList<Reason>();
    if (requiresHumanReview) {
      reasons.add(new ReviewRequired());
    }
    if (blocked) {
      reasons.add(new Blocked(chain));
    }
    if (!assignedToBot) {
      reasons.add(new AssignedToPerson());
    }
    return reasons;
  }
}
