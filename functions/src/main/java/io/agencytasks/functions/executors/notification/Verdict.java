package io.agencytasks.functions.executors.notification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agencytasks.domain.execution.ExecutionLog;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.notification.Delivery;
import io.agencytasks.functions.executors.notification.Step.State;
import io.agencytasks.functions.json.Jsonb;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides what it means for an attempt how far it is with its recipients. Its sentences name none
 * of them in full.
 */
record Verdict(Ledger ledger, ExecutionLog log) {

  /** Writes down what came of one message. */
  void log(Recipient recipient, Delivery delivery) {
    delivery
        .failure()
        .ifPresentOrElse(
            why -> log.warn("%s: %s".formatted(recipient.masked(), why.message())),
            () -> log.info("Told %s by %s.".formatted(recipient.masked(), recipient.kind())));
  }

  /** What is in doubt is asked about first; while some may be told later, nothing is given up. */
  Outcome outcome() {
    int sent = ledger.count(State.SENT);
    if (sent == ledger.steps().size()) {
      return done(sent);
    }
    if (ledger.count(State.UNCERTAIN) > 0 || ledger.lags()) {
      return new Outcome.Retry(failure(State.UNCERTAIN), after(), true);
    }
    return ledger.count(State.DELAYED) > 0
        ? new Outcome.Retry(failure(State.DELAYED), after())
        : new Outcome.GiveUp(failure(State.FAILED));
  }

  /** The end of an attempt that can no longer write down what it does. */
  Outcome unnoted() {
    var why =
        new Failure(
            "PROGRESS_NOT_NOTED",
            "%s It was stopped: what it did could not be written down.".formatted(count()));
    boolean inDoubt = ledger.lags() || ledger.count(State.UNCERTAIN) > 0;
    return new Outcome.Retry(why, after(), inDoubt);
  }

  private Outcome done(int sent) {
    var result = JsonNodeFactory.instance.objectNode();
    var recipients = result.putArray("recipients");
    ledger.steps().forEach(step -> recipients.add(step.shown()));
    return new Outcome.Done(
        Jsonb.render(result),
        sent == 1 ? "Told 1 recipient" : "Told %d recipients".formatted(sent));
  }

  private Failure failure(State worst) {
    var sentences =
        ledger.steps().stream()
            .flatMap(step -> why(step).map(why -> sentence(step, why)).stream())
            .collect(Collectors.joining(" "));
    return new Failure(code(worst), count() + " " + sentences);
  }

  /** That of the first that is no better than this; what was told but not noted has none. */
  private String code(State worst) {
    return ledger.steps().stream()
        .filter(step -> step.is(worst))
        .flatMap(step -> why(step).stream())
        .map(Failure::code)
        .findFirst()
        .orElse("PROGRESS_NOT_NOTED");
  }

  private String count() {
    return "Told %d of %d.".formatted(ledger.count(State.SENT), ledger.steps().size());
  }

  private String sentence(Step step, Failure why) {
    return "%s: %s".formatted(ledger.recipient(step).masked(), why.message());
  }

  private static Optional<Failure> why(Step step) {
    return step.delivery().flatMap(Delivery::failure);
  }

  private Optional<Duration> after() {
    return ledger.steps().stream()
        .flatMap(step -> step.delivery().stream())
        .flatMap(
            came -> came instanceof Delivery.NotNow later ? later.after().stream() : Stream.empty())
        .max(Comparator.naturalOrder());
  }
}
