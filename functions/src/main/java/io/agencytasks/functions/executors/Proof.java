package io.agencytasks.functions.executors;

import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.secret.Vault;
import jakarta.inject.Provider;
import java.util.Optional;
import okio.ByteString;

/** What came of the wish to prove whose a call is. */
public sealed interface Proof {

  /** Nothing if the call proves nothing. */
  record Ready(Optional<Credential> credential) implements Proof {}

  /** The call is not sent. */
  record Missing(Outcome why) implements Proof {}

  /**
   * Takes the secret out of its owner's.
   *
   * @param given how; empty where the call proves nothing
   * @param content the bytes of its body
   * @param userId whose task it is: no other user's secret is looked at
   */
  static Proof of(Optional<Auth> given, ByteString content, long userId, Provider<Vault> vault) {
    if (given.isEmpty()) {
      return new Ready(Optional.empty());
    }
    var auth = given.get();
    return switch (SecretLookup.of(auth.secret(), userId, vault)) {
      case SecretLookup.Found(var secret) -> usable(auth, auth.value(secret, content));
      case SecretLookup.Missing(var why) -> new Missing(why);
    };
  }

  private static Proof usable(Auth auth, String value) {
    return HeadersField.isValue(value)
        ? new Ready(Optional.of(new Credential(auth.header(), value)))
        : new Missing(SecretLookup.unusable(auth.secret()));
  }
}
