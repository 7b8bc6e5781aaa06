package io.agencytasks.domain.secret;

import io.agencytasks.domain.secret.Putting.Created;
import io.agencytasks.domain.secret.Putting.Replaced;
import io.agencytasks.domain.secret.Putting.TooMany;
import io.agencytasks.domain.task.Owner;

/** Keeps a secret under a name of its owner's, in the place of what was there. */
public final class PutSecret {
  private static final int MOST_SECRETS = 100;

  private final Users users;
  private final Vault vault;

  public PutSecret(Users users, Vault vault) {
    this.users = users;
    this.vault = vault;
  }

  public Putting apply(Owner owner, SecretName name, SecretValue value) {
    long user = users.meet(owner);
    var replaced = vault.replace(user, name, value);
    if (replaced.isPresent()) {
      return new Replaced(replaced.get());
    }
    return vault.list(user).size() < MOST_SECRETS
        ? new Created(vault.create(user, name, value))
        : new TooMany(MOST_SECRETS);
  }
}
