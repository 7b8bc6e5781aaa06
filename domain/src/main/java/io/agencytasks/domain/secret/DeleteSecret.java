package io.agencytasks.domain.secret;

import io.agencytasks.domain.task.Owner;

/** Forgets a secret; tasks that refer to it fail and say so. */
public final class DeleteSecret {
  private final Users users;
  private final Vault vault;

  public DeleteSecret(Users users, Vault vault) {
    this.users = users;
    this.vault = vault;
  }

  /** False where the owner has no such secret. */
  public boolean apply(Owner owner, SecretName name) {
    return vault.delete(users.meet(owner), name);
  }
}
