package io.agencytasks.local.model;

import static io.agencytasks.domain.task.TaskStatus.CANCELLED;
import static io.agencytasks.domain.task.TaskStatus.COMPLETED;
import static io.agencytasks.domain.task.TaskStatus.DEFERRED;
import static io.agencytasks.domain.task.TaskStatus.FAILED;
import static io.agencytasks.domain.task.TaskStatus.IN_PROGRESS;
import static io.agencytasks.domain.task.TaskStatus.PENDING;
import static io.agencytasks.domain.task.TaskStatus.QUEUED;
import static io.agencytasks.domain.task.TaskStatus.WAITING_INPUT;

import io.agencytasks.domain.task.TriggeredBy;
import io.agencytasks.local.model.Rule.Ruling;
import java.time.Instant;
import java.util.Set;

/** What the actions of a person do (FR-005 to FR-008). */
final class Rules {
  private static final Set<String> VERDICTS = Set.of("\"retry\"", "\"mark done\"", "\"cancel\"");

  private Rules() {}

  static Ruling approve(World world, ModelTask task, Instant now) {
    return task.isFinal() || !task.review ? Ruling.CONFLICT : Ruling.done(() -> approve(task, now));
  }

  private static void approve(ModelTask task, Instant now) {
    boolean runs = task.isAny(PENDING, QUEUED, FAILED);
    task.review = false;
    task.reviewed = true;
    task.reviewDeadline = null;
    task.approved = task.content();
    task.wasQueued |= runs;
    if (runs && !task.hasTimeAhead(now)) {
      task.release(now, TriggeredBy.APPROVAL);
    }
    if (task.status == DEFERRED) {
      task.released = now;
      task.triggeredBy = TriggeredBy.APPROVAL;
    }
    if (task.status == FAILED) {
      task.errors = 0;
    }
    if (task.isAny(PENDING, FAILED)) {
      task.moveTo(QUEUED);
    }
  }

  static Ruling reject(World world, ModelTask task, Instant now) {
    return task.isFinal() || !task.review
        ? Ruling.CONFLICT
        : Ruling.done(
            () -> {
              task.reviewed = true;
              task.moveTo(CANCELLED);
            });
  }

  static Ruling cancel(World world, ModelTask task, Instant now) {
    return switch (task.status) {
      case IN_PROGRESS, COMPLETED -> Ruling.CONFLICT;
      case CANCELLED -> Ruling.DONE_ALREADY;
      case PENDING, QUEUED, WAITING_INPUT, DEFERRED, FAILED ->
          Ruling.done(() -> task.moveTo(CANCELLED));
    };
  }

  static Ruling execute(World world, ModelTask task, Instant now) {
    boolean refused =
        task.isAny(IN_PROGRESS, COMPLETED, CANCELLED, WAITING_INPUT)
            || task.review
            || !task.bot
            || task.blockedBy != null;
    return refused
        ? Ruling.CONFLICT
        : Ruling.accepted(
            () -> {
              task.moveTo(task.status == DEFERRED ? PENDING : QUEUED);
              task.errors = 0;
              task.wished = true;
              task.release(now, TriggeredBy.MANUAL);
            });
  }

  static Rule input(String input) {
    return (world, task, now) -> {
      if (task.status != WAITING_INPUT) {
        return Ruling.CONFLICT;
      }
      return task.asksVerdict && !VERDICTS.contains(input)
          ? Ruling.INVALID
          : Ruling.done(() -> answer(task, input, now));
    };
  }

  private static void answer(ModelTask task, String input, Instant now) {
    if (!task.asksVerdict || input.equals("\"retry\"")) {
      task.moveTo(PENDING);
    } else {
      task.moveTo(input.equals("\"cancel\"") ? CANCELLED : COMPLETED);
    }
    task.triggeredBy = TriggeredBy.INPUT;
    task.notBefore = now;
    if (task.released == null && !task.hasTimeAhead(now)) {
      task.released = now;
    }
  }

  static Ruling tag(World world, ModelTask task, Instant now) {
    return Ruling.done(() -> {});
  }
}
