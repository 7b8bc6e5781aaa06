package io.agencytasks.functions.executors.custom;

import io.agencytasks.domain.execution.CallbackToken;
import io.agencytasks.domain.execution.Callbacks;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.task.Unavailable;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** Makes what lets endpoints call back, and notes it before anybody hears of it. */
@Singleton
final class Invitations {
  private final Provider<Callbacks> callbacks;
  private final Provider<CallbackSettings> settings;
  private final RandomGenerator chance;
  private final Clock clock;

  /**
   * One for all attempts.
   *
   * @param callbacks is asked for when a task is posted
   * @param settings likewise: whoever only checks configurations has none
   */
  Invitations(
      Provider<Callbacks> callbacks,
      Provider<CallbackSettings> settings,
      RandomGenerator chance,
      Clock clock) {
    this.callbacks = callbacks;
    this.settings = settings;
    this.chance = chance;
    this.clock = clock;
  }

  /** One that is good for nothing until it is noted. */
  Invitation of(CustomConfig config) {
    var token = CallbackToken.of(chance);
    var until = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(config.callback());
    return new Invitation(token, settings.get().url() + "/" + token.value(), until);
  }

  /**
   * Lets the other side call back from now on.
   *
   * @return false where the attempt is no longer running
   * @throws Unavailable when it is not noted, or nobody knows
   */
  boolean note(Invitation invitation, CustomConfig config, ClaimedExecution execution) {
    var until = invitation.expiresAt();
    var line =
        "Posting the task to %s, which may call back until %s."
            .formatted(config.url().host(), until);
    return callbacks.get().expect(execution, invitation.token(), until, line);
  }
}
