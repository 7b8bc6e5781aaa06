package io.agencytasks.functions.aws;

import io.agencytasks.domain.secret.Secret;
import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.secret.SecretValue;
import io.agencytasks.domain.secret.Vault;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.FilterNameStringType;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

/**
 * Secrets as those of Secrets Manager, named {@code agency-tasks/{userId}/{name}}. A name has no
 * slash, so that none can lead into another user's.
 */
@Singleton
final class SecretsManagerVault implements Vault {
  private final SecretsManagerClient client;
  private final SecretSettings settings;

  SecretsManagerVault(SecretsManagerClient client, SecretSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  @Override
  public Optional<Secret> replace(long userId, SecretName name, SecretValue value) {
    return reaching(
        () -> {
          try {
            put(userId, name, value);
            return Optional.of(described(userId, name));
          } catch (ResourceNotFoundException unknown) {
            return Optional.empty();
          }
        });
  }

  @Override
  public Secret create(long userId, SecretName name, SecretValue value) {
    return reaching(
        () -> {
          try {
            client.createSecret(
                secret -> secret.name(id(userId, name)).secretString(value.value()));
          } catch (ResourceExistsException madeMeanwhile) {
            put(userId, name, value);
          }
          return described(userId, name);
        });
  }

  /** Secrets Manager looks for beginnings of words, too, so its answer is looked through again. */
  @Override
  public List<Secret> list(long userId) {
    var folder = folder(userId);
    return reaching(
        () ->
            client.listSecretsPaginator(list -> list.filters(beginningWith(folder))).stream()
                .flatMap(page -> page.secretList().stream())
                .filter(entry -> isOurs(entry, folder))
                .map(entry -> shown(entry, folder))
                .sorted(Comparator.comparing(secret -> secret.name().value()))
                .toList());
  }

  /** Forced, since otherwise the name could not be used again for a week. */
  @Override
  public boolean delete(long userId, SecretName name) {
    return reaching(
        () -> {
          try {
            // A forced deletion does not say whether there was anything to delete.
            client.describeSecret(secret -> secret.secretId(id(userId, name)));
            client.deleteSecret(
                secret -> secret.secretId(id(userId, name)).forceDeleteWithoutRecovery(true));
            return true;
          } catch (ResourceNotFoundException unknown) {
            return false;
          }
        });
  }

  /**
   * A refusal is no reason to fail what needs the secret: rights are mended, and nothing has been
   * sent yet.
   */
  @Override
  public Optional<SecretValue> read(long userId, SecretName name) {
    return reaching(
        () -> {
          try {
            var found = client.getSecretValue(secret -> secret.secretId(id(userId, name)));
            return Optional.of(new SecretValue(found.secretString()));
          } catch (ResourceNotFoundException unknown) {
            return Optional.empty();
          } catch (SdkServiceException refused) {
            throw SecretsFailure.unavailable(refused);
          }
        });
  }

  private void put(long userId, SecretName name, SecretValue value) {
    client.putSecretValue(secret -> secret.secretId(id(userId, name)).secretString(value.value()));
  }

  private Secret described(long userId, SecretName name) {
    var found = client.describeSecret(secret -> secret.secretId(id(userId, name)));
    return new Secret(name, found.createdDate(), found.lastChangedDate());
  }

  private static Filter beginningWith(String folder) {
    return Filter.builder().key(FilterNameStringType.NAME).values(folder).build();
  }

  /** An operator may have put others there. */
  private static boolean isOurs(SecretListEntry entry, String folder) {
    return entry.name().startsWith(folder)
        && SecretName.isOne(entry.name().substring(folder.length()));
  }

  private static Secret shown(SecretListEntry entry, String folder) {
    return new Secret(
        new SecretName(entry.name().substring(folder.length())),
        entry.createdDate(),
        entry.lastChangedDate());
  }

  private String id(long userId, SecretName name) {
    return folder(userId) + name.value();
  }

  private String folder(long userId) {
    return settings.prefix() + "/" + userId + "/";
  }

  private static <T> T reaching(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException failure) {
      throw SecretsFailure.translate(failure);
    }
  }
}
