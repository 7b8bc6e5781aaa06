package io.agencytasks.domain.secret;

import io.agencytasks.domain.task.Owner;
import java.util.List;

/** Shows which secrets an owner has, by name. */
public final class ListSecrets {
  private final Users users;
  private final Vault vault;

  public ListSecrets(Users users, Vault vault) {
    this.users = users;
    this.vault = vault;
  }

  public List<Secret> apply(Owner owner) {
    return vault.list(users.meet(owner));
  }
}
