package io.agencytasks.local.secretsmanager;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts by AES-256 in Galois/Counter Mode. What was altered does not open, and neither does what
 * was given the name of another.
 */
final class Seal {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKey key;

  Seal(SecretKey key) {
    this.key = key;
  }

  /** A nonce, new each time, and what it was encrypted to. */
  byte[] close(byte[] plain, String name) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(plain);
      return ByteBuffer.allocate(nonce.length + encrypted.length).put(nonce).put(encrypted).array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has AES/GCM", impossible);
    }
  }

  byte[] open(byte[] closed, String name) throws GeneralSecurityException {
    if (closed.length < NONCE_BYTES) {
      throw new AEADBadTagException("cut off");
    }
    var nonce = new byte[NONCE_BYTES];
    var rest = ByteBuffer.wrap(closed).get(nonce);
    byte[] encrypted = new byte[rest.remaining()];
    rest.get(encrypted);
    return cipher(Cipher.DECRYPT_MODE, nonce, name).doFinal(encrypted);
  }

  private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
