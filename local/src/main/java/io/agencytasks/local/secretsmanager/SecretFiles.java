package io.agencytasks.local.secretsmanager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file for each secret, encrypted whole: neither names nor values can be read without the key,
 * which lies beside the folder in a file that only its owner may read.
 */
final class SecretFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENDING = ".secret";

  private final Path folder;
  private final Seal seal;

  private SecretFiles(Path folder, Seal seal) {
    this.folder = folder;
    this.seal = seal;
  }

  /**
   * Opens the folder, which is made where there is none.
   *
   * @param fresh deletes all secrets first
   */
  static SecretFiles in(Path home, boolean fresh) throws IOException {
    Path folder = Files.createDirectories(home.resolve("secrets"));
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.toList()) {
        // What has no such name was being written when the machine stopped, and is in no answer.
        if (fresh || !file.toString().endsWith(ENDING)) {
          Files.delete(file);
        }
      }
    }
    var key = SealKey.in(home);
    if (fresh) {
      key.forget();
    }
    return new SecretFiles(folder, key.load());
  }

  /**
   * Reads every secret.
   *
   * @throws IllegalStateException with a sentence for people, if one does not open
   */
  List<Secret> readAll() {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(this::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Secret secret) {
    String name = fileName(secret.name());
    try {
      DurableFile.write(folder.resolve(name), seal.close(bytes(secret), name));
    } catch (IOException e) {
      throw new UncheckedIOException("a secret could not be kept", e);
    }
  }

  void delete(String secret) {
    try {
      DurableFile.delete(folder.resolve(fileName(secret)));
    } catch (IOException e) {
      throw new UncheckedIOException("a secret could not be deleted", e);
    }
  }

  private Secret read(Path file) {
    try {
      byte[] plain = seal.open(Files.readAllBytes(file), file.getFileName().toString());
      JsonNode secret = JSON.readTree(plain);
      return new Secret(
          secret.path("name").asText(),
          secret.path("arn").asText(),
          secret.path("version").asText(),
          secret.path("value").asText(),
          Instant.parse(secret.path("created").asText()),
          Instant.parse(secret.path("changed").asText()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "The secret in %s is damaged, or its key was changed: put back what it was, or delete it and put the secret anew."
              .formatted(file),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Secret secret) throws IOException {
    return JSON.writeValueAsBytes(
        JSON.createObjectNode()
            .put("name", secret.name())
            .put("arn", secret.arn())
            .put("version", secret.version())
            .put("value", secret.value())
            .put("created", secret.created().toString())
            .put("changed", secret.changed().toString()));
  }

  /** Names of secrets have slashes, and may be longer than those of files. */
  private static String fileName(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash) + ENDING;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
