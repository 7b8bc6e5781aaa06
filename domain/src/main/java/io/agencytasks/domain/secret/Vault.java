package io.agencytasks.domain.secret;

import io.agencytasks.domain.task.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where secrets are kept, those of each user apart from all others'.
 *
 * <p>All of it throws {@link Unavailable} where it is out of reach.
 */
public interface Vault {
  /** How long it is waited for at the most. */
  Duration PATIENCE = Duration.ofSeconds(3);

  /** Gives a secret another value; empty where there is no such secret. */
  Optional<Secret> replace(long userId, SecretName name, SecretValue value);

  /** Makes a secret, or gives it this value if somebody else has just made it. */
  Secret create(long userId, SecretName name, SecretValue value);

  /** All of a user's, by name. */
  List<Secret> list(long userId);

  /** Deletes a secret for good; false where there is no such secret. */
  boolean delete(long userId, SecretName name);

  /** What a user's secret is; empty where there is no such secret. */
  Optional<SecretValue> read(long userId, SecretName name);
}
