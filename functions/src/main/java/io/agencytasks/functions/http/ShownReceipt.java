package io.agencytasks.functions.http;

import io.agencytasks.domain.inbound.MessageId;
import io.agencytasks.domain.inbound.MessageOutcome;
import io.agencytasks.domain.inbound.Receipt;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.trace.Trace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What its owner is told of a message that was looked at again. */
record ShownReceipt(MessageId messageId, MessageOutcome outcome, @Nullable TaskId taskId) {

  static ShownReceipt of(Receipt.Taken taken) {
    return new ShownReceipt(taken.message(), taken.outcome(), traced(taken.task()));
  }

  /** What a sender is told: it learns nothing of rules that are not its own. */
  record ToSender(MessageId messageId, @Nullable TaskId taskId) {
    static ToSender of(MessageId message, Optional<TaskId> task) {
      return new ToSender(message, traced(task));
    }
  }

  private static @Nullable TaskId traced(Optional<TaskId> task) {
    task.ifPresent(id -> Trace.about(id.value()));
    return task.orElse(null);
  }
}
