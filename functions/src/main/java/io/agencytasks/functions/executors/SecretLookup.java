package io.agencytasks.functions.executors;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.secret.SecretValue;
import io.agencytasks.domain.secret.Vault;
import io.agencytasks.domain.task.Unavailable;
import jakarta.inject.Provider;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** What came of looking for a secret that a task refers to. */
public sealed interface SecretLookup {

  record Found(SecretValue value) implements SecretLookup {}

  /** Nothing is sent: what that means for the attempt. */
  record Missing(Outcome why) implements SecretLookup {}

  /**
   * Takes the secret out of its owner's.
   *
   * @param userId whose task it is: no other user's secret is looked at
   * @param vault is asked for only here: whoever only checks configurations has none
   */
  static SecretLookup of(SecretName name, long userId, Provider<Vault> vault) {
    try {
      return vault
          .get()
          .read(userId, name)
          .<SecretLookup>map(Found::new)
          .orElseGet(() -> new Missing(giveUp("SECRET_NOT_FOUND", notFound(name))));
    } catch (Unavailable outage) {
      LoggerFactory.getLogger(SecretLookup.class)
          .atWarn()
          .addKeyValue("user", userId)
          .setCause(outage)
          .log("a secret cannot be read");
      return new Missing(
          new Outcome.Retry(
              new Failure(
                  "SECRETS_UNAVAILABLE",
                  "The call was not sent: its secret cannot be read just now."),
              Optional.of(outage.retryAfter())));
    }
  }

  /** The outcome where a secret is there but cannot be used as it is. */
  static Outcome unusable(SecretName name) {
    return giveUp(
        "SECRET_UNUSABLE",
        "The call was not sent: the secret %s has characters that no header can carry, such as a line break at its end. Put it anew without them, then execute the task again."
            .formatted(name.value()));
  }

  private static Outcome giveUp(String code, String message) {
    return new Outcome.GiveUp(new Failure(code, message));
  }

  private static String notFound(SecretName name) {
    return "The call was not sent: you have no secret named %s. Put it with PUT /v1/secrets/%s, then execute the task again."
        .formatted(name.value(), name.value());
  }
}
