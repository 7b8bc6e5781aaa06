package io.agencytasks.functions.executors.apicall;

import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.secret.Vault;
import io.agencytasks.functions.executors.HeadersField;
import io.agencytasks.functions.executors.SecretLookup;
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
    return switch (SecretLookup.of(auth.secret(), userId, vault)) {
      case SecretLookup.Found(var secret) ->
          usable(auth, auth.value(secret, OutgoingRequest.content(config)));
      case SecretLookup.Missing(var why) -> new Missing(why);
    };
  }

  private static Proof usable(Auth auth, String value) {
    return HeadersField.isValue(value)
        ? new Ready(Optional.of(new Credential(auth.header(), value)))
        : new Missing(SecretLookup.unusable(auth.secret()));
  }
}
