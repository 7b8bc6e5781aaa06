package io.agencytasks.domain.readiness;

import io.agencytasks.domain.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that keeps a task from running. */
public sealed interface Reason {

  /** A person has to approve it first. */
  record ReviewRequired() implements Reason {}

  /**
   * It waits for other tasks.
   *
   * @param chain those that it waits for, the nearest first; at most a thousand: a task that a link
   *     depends on without being in the chain is beyond them
   */
  record Blocked(List<Link> chain) implements Reason {}

  /** Its time has not come. */
  record Scheduled(Instant until) implements Reason {}

  /** An attempt failed, and the next one has to wait. */
  record RetryScheduled(Instant until) implements Reason {}

  /**
   * It was put off.
   *
   * @param until null where no time was given
   */
  record Deferred(@Nullable Instant until) implements Reason {}

  /** It runs when a person says so. */
  record ManualTrigger() implements Reason {}

  /** A person does it. */
  record AssignedToPerson() implements Reason {}

  /**
   * It asked for something.
   *
   * @param until when it fails for want of an answer; null where it waits on
   */
  record WaitingInput(String prompt, @Nullable Instant until) implements Reason {}

  /** It may start, but as many of its owner's tasks run as may run at once. */
  record CapReached(int running, int cap) implements Reason {}

  /** It may start, but others of its owner's tasks go first. */
  record QueuedBehind(long ahead) implements Reason {}

  /** It runs already. */
  record InProgress() implements Reason {}

  /** It has come to its end: completed or cancelled for good, failed until it is executed again. */
  record Final(TaskStatus status) implements Reason {}
}
