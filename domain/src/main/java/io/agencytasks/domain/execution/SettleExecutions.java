package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.agencytasks.domain.task.Unavailable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes how attempts ended, and rings for what may run because of it. */
public final class SettleExecutions {

  /** Writes outcomes, in one statement. */
  public interface Store {

    /**
     * Writes the outcomes of executions that are still alive; those of others are refused and
     * missing from the answer. Settling again what was settled changes nothing.
     */
    List<Settled> settle(List<Ending> endings);
  }

  private static final Logger log = LoggerFactory.getLogger(SettleExecutions.class);

  private final Store store;
  private final Aftermath aftermath;

  public SettleExecutions(Store store, Doorbell doorbell, EventBell events) {
    this.store = store;
    this.aftermath = new Aftermath(doorbell, events);
  }

  /**
   * Settles them in one statement. When the database stays out of reach the outcomes are lost, and
   * the leases run out: the sweep then decides by what is known, as for a worker that died.
   */
  void apply(List<Ending> endings) {
    if (endings.isEmpty()) {
      return;
    }
    try {
      write(endings);
    } catch (Unavailable outage) {
      lost(endings, outage);
    } catch (RuntimeException refused) {
      endings.forEach(this::writeAlone);
    }
  }

  /** One outcome that the database refuses must not cost the others theirs. */
  private void writeAlone(Ending ending) {
    try {
      write(List.of(ending));
    } catch (Unavailable outage) {
      lost(List.of(ending), outage);
    } catch (RuntimeException refused) {
      log.atError()
          .addKeyValue("execution", ending.execution().token().value())
          .setCause(refused)
          .log("outcome refused by the database");
      writeTheFactOf(ending);
    }
  }

  private void writeTheFactOf(Ending ending) {
    try {
      write(List.of(Ending.unstorable(ending.execution(), ending.traces())));
    } catch (RuntimeException refused) {
      lost(List.of(ending), refused);
    }
  }

  private void write(List<Ending> endings) {
    var settled = store.settle(endings);
    aftermath.of(settled);
    report(endings, settled);
  }

  private static void lost(List<Ending> endings, RuntimeException failure) {
    log.atError()
        .addKeyValue("executions", endings.stream().map(e -> e.execution().token()).toList())
        .setCause(failure)
        .log("outcomes lost: the database does not take them");
  }

  private static void report(List<Ending> endings, List<Settled> settled) {
    var byToken = settled.stream().collect(Collectors.toMap(Settled::token, Function.identity()));
    for (var ending : endings) {
      var execution = ending.execution();
      var written = byToken.get(execution.token());
      log.atInfo()
          .addKeyValue("task", execution.taskId().value())
          .addKeyValue("user", execution.userId())
          .addKeyValue("execution", execution.token().value())
          .addKeyValue("attempt", execution.attempt())
          .addKeyValue("ended", ending.status())
          .addKeyValue("to", written == null ? "refused" : written.status())
          .log(written == null ? "settle refused: no longer its own" : "settled");
    }
  }
}
