package io.agencytasks.local.model;

import static io.agencytasks.domain.task.TaskStatus.CANCELLED;
import static io.agencytasks.domain.task.TaskStatus.COMPLETED;
import static io.agencytasks.domain.task.TaskStatus.DEFERRED;
import static io.agencytasks.domain.task.TaskStatus.FAILED;
import static io.agencytasks.domain.task.TaskStatus.IN_PROGRESS;
import static io.agencytasks.domain.task.TaskStatus.PENDING;
import static io.agencytasks.domain.task.TaskStatus.QUEUED;

import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.OnReviewExpiry;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TriggeredBy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What an update does (FR-004), and that none walks round a review. */
record UpdateRule(PatchFields fields) implements Rule {

  @Override
  public Ruling judge(World world, ModelTask task, Instant now) {
    var next = task.copy();
    fields.writeTo(next);
    boolean moves = next.status != task.status;
    boolean rewritten = task.approved != null && !task.approved.equals(next.content());
    boolean open = fields.has("requiresHumanReview") ? next.review : task.review || rewritten;
    if (isFaulty(world, task, next) || (!open && expectsReview(next))) {
      return Ruling.INVALID;
    }
    boolean frozen = task.isAny(IN_PROGRESS, COMPLETED, CANCELLED);
    if ((frozen && !task.governs().equals(next.governs()))
        || (moves && !mayMove(task.status, next))
        || (moves && open && leadsPastReview(task.status, next.status))) {
      return Ruling.CONFLICT;
    }
    boolean approves =
        fields.has("requiresHumanReview") && !next.review && (task.review || rewritten);
    return Ruling.done(
        () -> {
          review(next, open, approves);
          if (fields.has("dependsOn") || next.onFailure != task.onFailure) {
            next.blockedBy = world.blocker(next);
          }
          release(task, next, now);
          task.become(next);
          if (moves) {
            task.moveTo(next.status);
          }
        });
  }

  private boolean isFaulty(World world, ModelTask task, ModelTask next) {
    boolean unconfigured = next.type != task.type && !fields.has("executionConfig");
    boolean misconfigured = fields.has("executionConfig") && !fits(next);
    boolean timeless = next.start == ExecutionType.SCHEDULED && next.scheduledFor == null;
    boolean astray =
        next.dependsOn.stream().anyMatch(id -> !isThere(world, task, id))
            || (fields.has("dependsOn") && world.circle(task.id, next.dependsOn));
    return unconfigured || misconfigured || timeless || astray;
  }

  private static boolean fits(ModelTask task) {
    var first = task.type == TaskType.API_CALL ? "{\"url\"" : "{\"steps\"";
    return String.valueOf(task.config).startsWith(first);
  }

  private boolean expectsReview(ModelTask next) {
    return (fields.has("reviewDeadline") && next.reviewDeadline != null)
        || (fields.has("onReviewExpiry") && next.onReviewExpiry != OnReviewExpiry.HOLD);
  }

  private static boolean isThere(World world, ModelTask task, long id) {
    var dependency = world.task(id);
    return dependency != null && (dependency.status != CANCELLED || task.dependsOn.contains(id));
  }

  private static boolean mayMove(TaskStatus from, ModelTask next) {
    return from.nextByHand().contains(next.status)
        || (!next.bot && from.nextByItsPerson().contains(next.status));
  }

  private static boolean leadsPastReview(TaskStatus from, TaskStatus to) {
    return List.of(QUEUED, IN_PROGRESS).contains(to)
        || (List.of(PENDING, QUEUED).contains(from) && List.of(COMPLETED, FAILED).contains(to));
  }

  private static void review(ModelTask next, boolean open, boolean approves) {
    next.review = open;
    next.reviewDeadline = open ? next.reviewDeadline : null;
    if (approves) {
      next.reviewed = true;
      next.approved = next.content();
    } else if (open) {
      next.reviewed = false;
      next.approved = null;
    }
  }

  private static void release(ModelTask task, ModelTask next, Instant now) {
    boolean moves = next.status != task.status;
    boolean retimed = !Objects.equals(task.scheduledFor, next.scheduledFor);
    boolean rescheduled = retimed || task.start != next.start;
    boolean resumes = moves && task.isAny(DEFERRED, FAILED) && next.isAny(PENDING, QUEUED);
    boolean asked =
        task.triggeredBy == TriggeredBy.MANUAL || task.triggeredBy == TriggeredBy.APPROVAL;
    boolean free = next.start != ExecutionType.MANUAL_TRIGGER && !next.hasTimeAhead(now);
    if (resumes) {
      next.errors = 0;
    }
    if (moves && next.status == DEFERRED) {
      next.released = null;
    } else if ((resumes || rescheduled) && free) {
      next.released = now;
      next.triggeredBy = next.scheduledFor == null ? TriggeredBy.AUTOMATIC : TriggeredBy.SCHEDULE;
    } else if (resumes || (rescheduled && !(next.start == ExecutionType.MANUAL_TRIGGER && asked))) {
      next.released = null;
    }
    if (next.status != DEFERRED) {
      next.notBefore = (resumes || rescheduled) && free ? now : task.notBefore;
    } else if (moves || retimed) {
      next.notBefore =
          next.hasTimeAhead(now) ? Objects.requireNonNull(next.scheduledFor) : ModelTask.NEVER;
    }
  }
}
