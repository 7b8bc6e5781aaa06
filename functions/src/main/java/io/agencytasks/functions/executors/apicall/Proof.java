package io.agencytasks.functions.executors.apicall;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.secret.Vault;
import io.agencytasks.domain.task.Unavailable;
import jakarta.inject.Provider;
import java.util.Optional;

/** What came of the wish to prove whose a call is. */
sealed interface Proof {

  /** Nothing if the call proves nothing. */
  record Ready(Optional<Credential> credential) implements Proof {}

  /** The call is not sent. */
  record Missing(Outcome why) implements Proof {}

  /**
   * Takes the secret out of its owner's.
   *
   * @param userId whose task it is: no other user's secret is looked at
   */
  static Proof of(ApiCallConfig config, long userId, Provider<Vault> vault) {
    if (config.auth().isEmpty()) {
      return new Ready(Optional.empty());
    }
    var auth = config.auth().get();
    try {
      return vault
          .get()
          .read(userId, auth.secret())
          .map(secret -> auth.value(secret, OutgoingRequest.content(config)))
          .map(value -> usable(auth, value))
          .orElseGet(() -> giveUp("SECRET_NOT_FOUND", notFound(auth.secret())));
    } catch (Unavailable outage) {
      return new Missing(
          new Outcome.Retry(
              new Failure(
                  "SECRETS_UNAVAILABLE",
                  "The call was not sent: its secret cannot be read just now."),
              Optional.of(outage.retryAfter())));
    }
  }

  private static Proof usable(Auth auth, String value) {
    return HeadersField.isValue(value)
        ? new Ready(Optional.of(new Credential(auth.header(), value)))
        : giveUp("SECRET_UNUSABLE", unusable(auth.secret()));
  }

  private static String notFound(SecretName name) {
    return "The call was not sent: you have no secret named %s. Put it with PUT /v1/secrets/%s, then execute the task again."
        .formatted(name.value(), name.value());
  }

  private static String unusable(SecretName name) {
    return "The call was not sent: the secret %s has characters that no header can carry, such as a line break at its end. Put it anew without them, then execute the task again."
        .formatted(name.value());
  }

  private static Proof giveUp(String code, String message) {
    return new Missing(new Outcome.GiveUp(new Failure(code, message)));
  }
}
