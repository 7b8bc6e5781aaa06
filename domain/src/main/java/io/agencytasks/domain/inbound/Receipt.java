package io.agencytasks.domain.inbound;

import io.agencytasks.domain.task.TaskId;
import java.time.Duration;
import java.util.Optional;

/** How the coming in of a message ended. */
public sealed interface Receipt {

  /**
   * It is stored.
   *
   * @param task made of it, or that it was the input of
   */
  record Taken(MessageId message, MessageOutcome outcome, Optional<TaskId> task)
      implements Receipt {}

  /** It came before, and came to this then. */
  record Repeated(MessageId message, Optional<TaskId> task) implements Receipt {}

  /** More came within a minute than the webhook takes; it is not stored. */
  record TooMany(Duration retryAfter) implements Receipt {}

  /** The webhook is not what it was known as; it is not stored. */
  record Changed() implements Receipt {}

  /** Nobody's, or not proven to be from who may send here; it is not stored. */
  record NotProven() implements Receipt {}
}
