package io.agencytasks.functions.executors.ghl;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.secret.SecretValue;
import io.agencytasks.domain.secret.Vault;
import io.agencytasks.functions.executors.HeadersField;
import io.agencytasks.functions.executors.SecretLookup;
import jakarta.inject.Provider;
import java.util.regex.Pattern;

/** What came of looking for the two secrets of a ghl_action. */
sealed interface GhlSecrets {
  /** Such ids have 20 letters and digits; shorter ones could not be kept out of answers. */
  Pattern LOCATION = Pattern.compile("[A-Za-z0-9_-]{10,64}");

  record Ready(SecretValue token, String location) implements GhlSecrets {}

  /** The call is not sent. */
  record Missing(Outcome why) implements GhlSecrets {}

  static GhlSecrets of(GhlConfig config, long userId, Provider<Vault> vault) {
    return switch (SecretLookup.of(config.token(), userId, vault)) {
      case SecretLookup.Found(var token) when HeadersField.isValue(token.value()) ->
          withLocation(token, config.location(), userId, vault);
      case SecretLookup.Found _ -> new Missing(SecretLookup.unusable(config.token()));
      case SecretLookup.Missing(var why) -> new Missing(why);
    };
  }

  private static GhlSecrets withLocation(
      SecretValue token, SecretName name, long userId, Provider<Vault> vault) {
    return switch (SecretLookup.of(name, userId, vault)) {
      case SecretLookup.Found(var id) when LOCATION.matcher(id.value()).matches() ->
          new Ready(token, id.value());
      case SecretLookup.Found _ -> new Missing(noLocation(name));
      case SecretLookup.Missing(var why) -> new Missing(why);
    };
  }

  private static Outcome noLocation(SecretName name) {
    return new Outcome.GiveUp(
        new Failure(
            "SECRET_UNUSABLE",
            "The call was not sent: the secret %s is not the id of a location, which has 10 to 64 letters, digits, _ and -. Put it anew, then execute the task again."
                .formatted(name.value())));
  }
}
