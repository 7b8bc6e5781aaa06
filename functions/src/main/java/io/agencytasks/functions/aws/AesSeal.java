package io.agencytasks.functions.aws;

import io.agencytasks.domain.webhook.Seal;
import io.agencytasks.domain.webhook.WebhookSecret;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals with AES-256-GCM under a key that is not in the database. Whose it is counts as well, so
 * that a sealed secret is worth nothing in another user's row.
 */
@Singleton
final class AesSeal implements Seal {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final WebhookKey key;
  private final RandomGenerator random;

  AesSeal(WebhookKey key, RandomGenerator random) {
    this.key = key;
    this.random = random;
  }

  @Override
  public String close(WebhookSecret secret, String ownerSubject) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var text = secret.value().getBytes(StandardCharsets.UTF_8);
    var sealed = run(Cipher.ENCRYPT_MODE, nonce, ownerSubject, text);
    var all = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
    return Base64.getEncoder().encodeToString(all);
  }

  @Override
  public WebhookSecret open(String sealed, String ownerSubject) {
    var all = Base64.getDecoder().decode(sealed);
    var nonce = Arrays.copyOf(all, NONCE_BYTES);
    var text = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
    var opened = run(Cipher.DECRYPT_MODE, nonce, ownerSubject, text);
    return new WebhookSecret(new String(opened, StandardCharsets.UTF_8));
  }

  private byte[] run(int mode, byte[] nonce, String ownerSubject, byte[] text) {
    try {
      var cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key.get(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(ownerSubject.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a webhook's secret was sealed otherwise", broken);
    }
  }
}
