package io.agencytasks.functions.wiring;

import io.agencytasks.domain.secret.DeleteSecret;
import io.agencytasks.domain.secret.ListSecrets;
import io.agencytasks.domain.secret.PutSecret;
import io.agencytasks.domain.secret.Users;
import io.agencytasks.domain.secret.Vault;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The use cases about secrets. */
@Factory
final class SecretUseCases {

  @Singleton
  PutSecret putSecret(Users users, Vault vault) {
    return new PutSecret(users, vault);
  }

  @Singleton
  ListSecrets listSecrets(Users users, Vault vault) {
    return new ListSecrets(users, vault);
  }

  @Singleton
  DeleteSecret deleteSecret(Users users, Vault vault) {
    return new DeleteSecret(users, vault);
  }
}
