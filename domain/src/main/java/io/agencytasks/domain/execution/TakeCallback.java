package io.agencytasks.domain.execution;

import io.agencytasks.domain.execution.Callback.Ended;
import io.agencytasks.domain.execution.Callback.OnTheWay;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.agencytasks.domain.task.TaskId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is told of an execution by whoever was given its token, and rings as a settle does.
 */
public final class TakeCallback {

  /** Writes what was told, each in one statement. */
  public interface Store {

    /** Notes how far it is; empty where the token is good for nothing, or no longer. */
    Optional<TaskId> note(CallbackToken token, OnTheWay progress);

    /**
     * Settles the execution, as its worker would; empty where the token is good for nothing, or no
     * longer. Of two at once, one is empty.
     */
    Optional<Settled> settle(CallbackToken token, Outcome outcome);
  }

  private static final Logger log = LoggerFactory.getLogger(TakeCallback.class);

  private final Store store;
  private final Aftermath aftermath;

  public TakeCallback(Store store, Doorbell doorbell, EventBell events) {
    this.store = store;
    this.aftermath = new Aftermath(doorbell, events);
  }

  /** The task that it was about; empty where nothing was taken. */
  public Optional<TaskId> apply(CallbackToken token, Callback callback) {
    return switch (callback) {
      case OnTheWay progress -> store.note(token, progress);
      case Ended(var outcome) -> settle(token, outcome);
    };
  }

  private Optional<TaskId> settle(CallbackToken token, Outcome outcome) {
    var settled = store.settle(token, outcome);
    settled.ifPresent(
        task -> {
          aftermath.of(List.of(task));
          log.atInfo()
              .addKeyValue("task", task.taskId().value())
              .addKeyValue("execution", task.token().value())
              .addKeyValue("ended", outcome.status())
              .addKeyValue("to", task.status())
              .log("settled by callback");
        });
    return settled.map(Settled::taskId);
  }
}
