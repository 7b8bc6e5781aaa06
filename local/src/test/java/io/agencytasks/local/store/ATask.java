package io.agencytasks.local.store;

import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.repeat.Once;
import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.CreateTask;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Description;
import io.agencytasks.domain.task.ExecutionType;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.NewTask;
import io.agencytasks.domain.task.OnDependencyFailure;
import io.agencytasks.domain.task.OnReviewExpiry;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Tag;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.Title;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.domain.task.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A task to be created: Alice's, automatic and ready, unless it says otherwise. */
final class ATask {
  static final Owner ALICE = new Owner("alice", "alice@example.com", "Alice");
  static final Owner BOB = new Owner("bob", null, null);

  private Owner owner = ALICE;
  private String title = "Call";
  private @Nullable Description description;
  private @Nullable Json config;
  private @Nullable Json metadata;
  private List<Tag> tags = List.of();
  private TaskType type = TaskType.API_CALL;
  private Priority priority = Priority.MEDIUM;
  private ExecutionType start = ExecutionType.AUTOMATIC;
  private @Nullable Instant scheduledFor;
  private boolean bot = true;
  private boolean review;
  private @Nullable Instant reviewDeadline;
  private OnReviewExpiry onReviewExpiry = OnReviewExpiry.HOLD;
  private int maxRetries = 3;
  private OnUncertain onUncertain = OnUncertain.RETRY;
  private OnDependencyFailure onFailure = OnDependencyFailure.BLOCK;
  private List<TaskId> dependsOn = List.of();

  private ATask() {}

  static ATask aTask() {
    return new ATask();
  }

  ATask of(Owner other) {
    owner = other;
    return this;
  }

  ATask called(String name) {
    title = name;
    return this;
  }

  ATask with(Priority other) {
    priority = other;
    return this;
  }

  ATask inTheBrowser() {
    type = TaskType.BROWSER_AUTOMATION;
    return this;
  }

  ATask awaitingReview() {
    review = true;
    return this;
  }

  ATask awaitingReviewUntil(Instant time, OnReviewExpiry otherwise) {
    reviewDeadline = time;
    onReviewExpiry = otherwise;
    return awaitingReview();
  }

  ATask forAPerson() {
    bot = false;
    return this;
  }

  ATask startedByHand() {
    start = ExecutionType.MANUAL_TRIGGER;
    return this;
  }

  ATask scheduledFor(Instant time) {
    start = ExecutionType.SCHEDULED;
    scheduledFor = time;
    return this;
  }

  /** Keeps what starts it, and has a time besides. */
  ATask notBefore(Instant time) {
    scheduledFor = time;
    return this;
  }

  ATask retriedAtMost(int times) {
    maxRetries = times;
    return this;
  }

  ATask askingWhenUncertain() {
    onUncertain = OnUncertain.ASK;
    return this;
  }

  ATask dependingOn(TaskId... tasks) {
    dependsOn = List.of(tasks);
    return this;
  }

  ATask whenTheyFail(OnDependencyFailure policy) {
    onFailure = policy;
    return this;
  }

  /** Every text at its cap, of characters that take four bytes or an escape. */
  ATask maximal() {
    title = "\uD83D\uDE80".repeat(500);
    description = new Description("\uD83D\uDE80".repeat(4000) + "\"\\\n\t".repeat(250));
    config = new Json("{\"k\":\"" + "\\\"".repeat((16 * 1024 - 8) / 2) + "\"}");
    metadata = new Json("{\"k\":\"" + "\uD83D\uDE80".repeat((8 * 1024 - 8) / 4) + "\"}");
    tags =
        Stream.iterate(0, n -> n < 20, n -> n + 1)
            .map(n -> new Tag("\uD83D\uDE80".repeat(48) + (10 + n)))
            .toList();
    return this;
  }

  TaskId createdIn(TheStore store) {
    return switch (offeredTo(store)) {
      case Creation.Created(var task, var runsIn) -> task.id();
      case Creation.Refused(var faults) -> throw new AssertionError(faults);
      case Creation.Drafted _, Creation.NoSource _ -> throw new AssertionError();
    };
  }

  Creation offeredTo(TheStore store) {
    return offeredTo(store, null).outcome().orElseThrow();
  }

  Once<Creation> offeredTo(TheStore store, @Nullable IdempotencyKey key) {
    var verdicts = Map.of(type, new TypeVerdict(List.of(), onUncertain));
    return store.port(CreateTask.Store.class).create(owner, newTask(), verdicts, key);
  }

  NewTask newTask() {
    return new NewTask(
        new Title(title),
        description,
        Category.GENERAL,
        type,
        priority,
        Urgency.NORMAL,
        bot,
        review,
        reviewDeadline,
        onReviewExpiry,
        start,
        config,
        scheduledFor,
        null,
        dependsOn,
        onFailure,
        tags,
        metadata,
        maxRetries,
        true,
        true);
  }
}
