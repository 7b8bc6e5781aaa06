package io.agencytasks.domain.inbound;

import io.agencytasks.domain.task.TaskId;
import java.util.Optional;

/** How a wish to look at a message again ended. */
public sealed interface Replay {

  /** It was looked at by the rules as they are now, and came to this. */
  record Replayed(Receipt.Taken taken) implements Replay {}

  /** Something came of it before. */
  record AlreadyDone(Optional<TaskId> task) implements Replay {}

  record NotFound() implements Replay {}

  /** The webhook or the message was changed in this moment. */
  record Changed() implements Replay {}
}
