package io.agencytasks.local.model;

import static io.agencytasks.domain.task.TaskStatus.PENDING;
import static io.agencytasks.domain.task.TaskStatus.QUEUED;

import io.agencytasks.domain.execution.CallbackToken;
import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.OnDependencyFailure;
import io.agencytasks.domain.task.OnReviewExpiry;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TriggeredBy;
import io.agencytasks.domain.task.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A task as the model has it; a world changes copies of its own only. */
final class ModelTask {
  static final Instant NEVER = Instant.MAX;
  private static final HeadStart HEAD_START = HeadStart.USUAL;

  final long id;
  final Instant createdAt;
  String title = "";
  TaskType type = TaskType.BROWSER_AUTOMATION;
  @Nullable String config;
  Priority priority = Priority.MEDIUM;
  TaskStatus status = PENDING;
  boolean bot = true;
  boolean review;
  boolean reviewed;
  @Nullable Instant reviewDeadline;
  OnReviewExpiry onReviewExpiry = OnReviewExpiry.HOLD;
  @Nullable List<String> approved;
  ExecutionType start = ExecutionType.AUTOMATIC;
  @Nullable Instant scheduledFor;
  @Nullable Instant deadline;
  List<Long> dependsOn = List.of();
  @Nullable Long blockedBy;
  OnDependencyFailure onFailure = OnDependencyFailure.BLOCK;
  int errors;
  int maxRetries = 3;
  boolean asksVerdict;
  boolean inputOverdue;
  @Nullable Instant released;
  Instant notBefore;
  @Nullable TriggeredBy triggeredBy;
  boolean wished;
  @Nullable ExecutionToken execution;
  boolean leaseOver;
  boolean awaits;
  @Nullable CallbackToken callback;
  boolean listens;
  boolean wasQueued;
  boolean wasStarted;
  int version = 1;

  ModelTask(long id, Instant createdAt, Instant notBefore) {
    this.id = id;
    this.createdAt = createdAt;
    this.notBefore = notBefore;
  }

  ModelTask copy() {
    var copy = new ModelTask(id, createdAt, notBefore);
    copy.become(this);
    return copy;
  }

  /** Takes over everything from another state of this task. */
  void become(ModelTask other) {
    title = other.title;
    type = other.type;
    config = other.config;
    priority = other.priority;
    status = other.status;
    bot = other.bot;
    review = other.review;
    reviewed = other.reviewed;
    reviewDeadline = other.reviewDeadline;
    onReviewExpiry = other.onReviewExpiry;
    approved = other.approved;
    start = other.start;
    scheduledFor = other.scheduledFor;
    deadline = other.deadline;
    dependsOn = other.dependsOn;
    blockedBy = other.blockedBy;
    onFailure = other.onFailure;
    errors = other.errors;
    maxRetries = other.maxRetries;
    asksVerdict = other.asksVerdict;
    inputOverdue = other.inputOverdue;
    released = other.released;
    notBefore = other.notBefore;
    triggeredBy = other.triggeredBy;
    wished = other.wished;
    execution = other.execution;
    leaseOver = other.leaseOver;
    awaits = other.awaits;
    callback = other.callback;
    listens = other.listens;
    wasQueued = other.wasQueued;
    wasStarted = other.wasStarted;
    version = other.version;
  }

  /** What a reviewer approves. */
  List<String> content() {
    return List.of(title, type.toString(), String.valueOf(config));
  }

  /** What must not change once the task runs or is over. */
  List<Object> governs() {
    return Arrays.asList(
        content(),
        review,
        reviewDeadline,
        onReviewExpiry,
        bot,
        start,
        scheduledFor,
        onFailure,
        maxRetries,
        dependsOn);
  }

  boolean isAny(TaskStatus... statuses) {
    return List.of(statuses).contains(status);
  }

  boolean isFinal() {
    return isAny(TaskStatus.COMPLETED, TaskStatus.CANCELLED);
  }

  boolean isReviewOverdue(Instant now) {
    return review
        && !isFinal()
        && status != TaskStatus.IN_PROGRESS
        && reviewDeadline != null
        && !reviewDeadline.isAfter(now);
  }

  /** Whether it has a deadline, or an answer to it, without a review that would need one. */
  boolean expectsNoReview() {
    return !review && (reviewDeadline != null || onReviewExpiry != OnReviewExpiry.HOLD);
  }

  boolean hasTimeAhead(Instant now) {
    return scheduledFor != null && scheduledFor.isAfter(now);
  }

  /** Whether there is a time that may still be ahead, and can be made to come. */
  boolean waitsForATime() {
    return !isFinal()
        && ((status == TaskStatus.DEFERRED && !notBefore.equals(NEVER))
            || scheduledFor != null
            || triggeredBy == TriggeredBy.RETRY);
  }

  /** Whether nothing keeps it from being claimed. */
  boolean isReady(Instant now) {
    return isAny(PENDING, QUEUED)
        && bot
        && !review
        && blockedBy == null
        && released != null
        && !notBefore.isAfter(now);
  }

  /** Whether what is told with this token is heard: it ends as its time does. */
  boolean listensTo(CallbackToken token) {
    return listens && token.equals(callback) && !(awaits && leaseOver);
  }

  /** Smaller goes first. */
  Instant runOrder() {
    Duration wish = wished ? HEAD_START.ofWish() : Duration.ZERO;
    return Objects.requireNonNull(released)
        .minus(HEAD_START.of(priority, Urgency.NORMAL))
        .minus(wish);
  }

  void release(Instant now, TriggeredBy by) {
    released = now;
    notBefore = now;
    triggeredBy = by;
  }

  void moveTo(TaskStatus next) {
    status = next;
    wasQueued |= next == QUEUED;
    wasStarted |= next == TaskStatus.IN_PROGRESS;
    inputOverdue = false;
    if (next != TaskStatus.IN_PROGRESS) {
      execution = null;
      leaseOver = false;
      awaits = false;
      listens = false;
    }
  }

  /** All that tells this state from another, but for the order in which it was released. */
  List<Object> everything(Instant now) {
    return Arrays.asList(
        id,
        governs(),
        priority,
        status,
        reviewed,
        approved,
        deadline,
        blockedBy,
        errors,
        asksVerdict,
        inputOverdue,
        released == null,
        notBefore.isAfter(now) ? notBefore.getEpochSecond() : 0,
        triggeredBy,
        wished,
        execution,
        leaseOver,
        awaits,
        callback,
        listens,
        wasQueued,
        wasStarted,
        version);
  }

  @Override
  public String toString() {
    return everything(Instant.MIN) + " released " + released;
  }
}
