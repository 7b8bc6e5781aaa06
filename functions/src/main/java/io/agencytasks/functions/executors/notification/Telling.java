package io.agencytasks.functions.executors.notification;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Progress;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.notification.Delivery;
import io.agencytasks.domain.secret.Vault;
import io.agencytasks.domain.task.Unavailable;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells several recipients, one after the other, and notes of each that it is begun and what came
 * of it: the note before one tells of the one before it, too. So whoever goes on after a kill knows
 * who was told, and which one is in doubt.
 */
@Singleton
final class Telling {
  /** After so long no further recipient is begun; the next attempt goes on from there. */
  private static final Duration BUDGET = Duration.ofSeconds(48);

  /** Enough for one that was begun in the last moment, and to note it. */
  static final Duration TIMEOUT =
      BUDGET.plus(Webhooks.PATIENCE).plus(Vault.PATIENCE).plusSeconds(5);

  private static final Delivery LATE =
      new Delivery.NotNow(
          new Failure("OUT_OF_TIME", "There was no time left in this attempt."), Optional.empty());

  /** Nobody reads it: the attempt has been ended by somebody else. */
  private static final Outcome STOPPED =
      new Outcome.GiveUp(new Failure("STOPPED", "The attempt was ended meanwhile."));

  private final Provider<Senders> senders;
  private final Clock clock;

  /**
   * One for all attempts.
   *
   * @param senders are asked for when somebody is told: whoever only checks configurations has none
   */
  Telling(Provider<Senders> senders, Clock clock) {
    this.senders = senders;
    this.clock = clock;
  }

  Outcome tell(
      List<Recipient> recipients, Message message, ClaimedExecution execution, Records records)
      throws InterruptedException {
    Optional<Progress> before;
    try {
      before = records.before();
    } catch (Unavailable outage) {
      return new Outcome.Retry(
          new Failure("PROGRESS_UNKNOWN", "Nobody was told: who had been cannot be read just now."),
          Optional.of(outage.retryAfter()));
    }
    var ledger = Ledger.of(recipients, before);
    return tell(ledger, message, execution, records);
  }

  private Outcome tell(Ledger ledger, Message message, ClaimedExecution execution, Records records)
      throws InterruptedException {
    var until = clock.instant().plus(BUDGET);
    var verdict = new Verdict(ledger, records.log());
    for (var recipient : ledger.open()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (clock.instant().isAfter(until)) {
        ledger.end(recipient, LATE);
        continue;
      }
      ledger.begin(recipient);
      var noting = note(ledger, "telling " + recipient.masked(), records);
      if (noting == Noting.STOPPED) {
        return STOPPED;
      }
      if (noting == Noting.UNKNOWN) {
        ledger.putOff(recipient);
        return verdict.unnoted();
      }
      var delivery = senders.get().tell(recipient, message, execution);
      ledger.end(recipient, delivery);
      verdict.log(recipient, delivery);
    }
    return note(ledger, null, records) == Noting.STOPPED ? STOPPED : verdict.outcome();
  }

  private static Noting note(Ledger ledger, @Nullable String current, Records records) {
    try {
      if (!records.note(ledger.progress(current))) {
        return Noting.STOPPED;
      }
      ledger.noted();
      return Noting.NOTED;
    } catch (Unavailable outage) {
      return Noting.UNKNOWN;
    }
  }

  /** What came of noting how far it is. */
  private enum Noting {
    NOTED,
    UNKNOWN,
    STOPPED
  }
}
