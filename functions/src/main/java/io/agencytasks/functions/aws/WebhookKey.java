package io.agencytasks.functions.aws;

import jakarta.inject.Singleton;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** The one key of a stack that webhooks' secrets are sealed with; read once by each instance. */
@Singleton
final class WebhookKey {
  private static final int BYTES = 32;

  private final SecretsManagerClient client;
  private final WebhookSettings settings;
  private final RandomGenerator random;
  private volatile @Nullable SecretKey known;

  WebhookKey(SecretsManagerClient client, WebhookSettings settings, RandomGenerator random) {
    this.client = client;
    this.settings = settings;
    this.random = random;
  }

  /**
   * The key.
   *
   * @throws io.agencytasks.domain.task.Unavailable when it is out of reach
   */
  SecretKey get() {
    var key = known;
    if (key == null) {
      key = new SecretKeySpec(Base64.getDecoder().decode(text()), "AES");
      known = key;
    }
    return key;
  }

  private String text() {
    try {
      return readOrMade();
    } catch (SdkException failure) {
      throw SecretsFailure.translate(failure);
    }
  }

  private String readOrMade() {
    try {
      return read();
    } catch (ResourceNotFoundException never) {
      return made();
    }
  }

  private String read() {
    return client.getSecretValue(secret -> secret.secretId(settings.keyName())).secretString();
  }

  /** Two that make it at once come to the same: the second one reads the first one's. */
  private String made() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    var text = Base64.getEncoder().encodeToString(bytes);
    try {
      client.createSecret(secret -> secret.name(settings.keyName()).secretString(text));
      return text;
    } catch (ResourceExistsException madeMeanwhile) {
      return read();
    }
  }
}
