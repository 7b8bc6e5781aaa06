package io.agencytasks.local.secretsmanager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;

/** The key on disk that all secrets are encrypted with; only its owner may read it. */
record SealKey(Path path) {
  private static final int BYTES = 32;

  static SealKey in(Path home) {
    return new SealKey(home.resolve("secrets-key"));
  }

  /** For when there is nothing left that it opens. */
  void forget() throws IOException {
    Files.deleteIfExists(path);
  }

  /** Reads the key, or makes and keeps one. */
  Seal load() throws IOException {
    if (!Files.exists(path)) {
      byte[] made = new byte[BYTES];
      new SecureRandom().nextBytes(made);
      DurableFile.write(path, made);
    }
    byte[] key = Files.readAllBytes(path);
    if (key.length != BYTES) {
      throw new IllegalStateException(
          "The key of the secrets in %s is damaged: put back what it was, or start with --fresh."
              .formatted(path));
    }
    return new Seal(new SecretKeySpec(key, "AES"));
  }
}
