package io.agencytasks.browser;

import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.secret.Vault;
import io.agencytasks.functions.executors.SecretLookup;
import jakarta.inject.Provider;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What came of looking for all the secrets that an attempt needs, before it does anything. */
sealed interface Secrets {

  /** Their values. */
  record Found(Map<SecretName, String> values) implements Secrets {
    String of(SecretName name) {
      return values.getOrDefault(name, "");
    }

    /** Without the values, wherever it may end. */
    @Override
    public String toString() {
      return "Secrets";
    }
  }

  record Missing(Outcome why) implements Secrets {}

  static Secrets of(Collection<SecretName> names, long userId, Provider<Vault> vault) {
    var values = new HashMap<SecretName, String>();
    for (var name : names) {
      switch (SecretLookup.of(name, userId, vault)) {
        case SecretLookup.Found(var value) -> values.put(name, value.value());
        case SecretLookup.Missing(var why) -> {
          return new Missing(why);
        }
      }
    }
    return new Found(values);
  }
}
