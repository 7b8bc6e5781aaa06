package io.agencytasks.local.secretsmanager;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on disk outlives every stop, and tells nobody anything. */
class SecretsOnDiskTest {
  @TempDir private Path home;

  @Test
  void secrets_are_there_again_after_a_restart() throws Exception {
    try (var vault = AVault.in(home)) {
      vault.create("a", "one");
      vault.create("b", "two");
      vault.create("c", "three");
      vault.client().putSecretValue(it -> it.secretId("b").secretString("four"));
      vault.client().deleteSecret(it -> it.secretId("c").forceDeleteWithoutRecovery(true));
    }

    try (var vault = AVault.in(home)) {
      assertThat(vault.value("a")).isEqualTo("one");
      assertThat(vault.value("b")).isEqualTo("four");
      assertThat(vault.client().listSecrets().secretList()).hasSize(2);
    }
  }

  @Test
  void neither_names_nor_values_can_be_found() throws Exception {
    try (var vault = AVault.in(home)) {
      vault.create("a-name-to-look-for", "a-value-to-look-for");
    }

    assertThat(files()).isNotEmpty();
    for (Path file : files()) {
      assertThat(file.toString()).doesNotContain("to-look-for");
      assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("to-look-for");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void the_same_value_is_never_encrypted_to_the_same_bytes() throws Exception {
    try (var vault = AVault.in(home)) {
      vault.create("a", "one");
      byte[] first = Files.readAllBytes(theOnlySecret());

      vault.client().putSecretValue(it -> it.secretId("a").secretString("one"));

      assertThat(Files.readAllBytes(theOnlySecret())).isNotEqualTo(first);
    }
  }

  @Test
  void what_was_being_written_when_the_machine_stopped_is_forgotten() throws Exception {
    try (var vault = AVault.in(home)) {
      vault.create("a", "one");
    }
    Files.writeString(home.resolve("secrets/aside1.new"), "half");

    try (var vault = AVault.in(home)) {
      assertThat(vault.value("a")).isEqualTo("one");
      assertThat(theOnlySecret()).isRegularFile();
    }
  }

  @Test
  void what_was_altered_does_not_open() throws Exception {
    Path secret = madeAndStopped();
    byte[] bytes = Files.readAllBytes(secret);
    bytes[bytes.length / 2] ^= 1;
    Files.write(secret, bytes);

    assertDoesNotOpen(secret);
  }

  @Test
  void what_was_cut_off_does_not_open() throws Exception {
    Path secret = madeAndStopped();
    Files.write(secret, new byte[3]);

    assertDoesNotOpen(secret);
  }

  @Test
  void one_that_was_put_in_the_place_of_another_does_not_open() throws Exception {
    Path secret = madeAndStopped();
    Path other = secret.resolveSibling("other.secret");
    Files.move(secret, other, StandardCopyOption.ATOMIC_MOVE);

    assertDoesNotOpen(other);
  }

  @Test
  void another_key_opens_nothing() throws Exception {
    Path secret = madeAndStopped();
    Files.write(home.resolve("secrets-key"), new byte[32]);
    assertDoesNotOpen(secret);

    Files.write(home.resolve("secrets-key"), new byte[31]);
    assertThatThrownBy(() -> AVault.in(home))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("The key of the secrets in " + home);
  }

  @Test
  void a_fresh_start_forgets_all_of_it() throws Exception {
    madeAndStopped();
    Files.write(home.resolve("secrets-key"), new byte[31]);

    try (var vault = AVault.in(home, true)) {
      assertThat(vault.client().listSecrets().secretList()).isEmpty();
      vault.create("a", "two");
      assertThat(vault.value("a")).isEqualTo("two");
    }
  }

  private Path madeAndStopped() throws IOException {
    try (var vault = AVault.in(home)) {
      vault.create("a", "one");
    }
    return theOnlySecret();
  }

  private void assertDoesNotOpen(Path secret) {
    assertThatThrownBy(() -> AVault.in(home))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("The secret in %s is damaged".formatted(secret));
  }

  private Path theOnlySecret() throws IOException {
    List<Path> secrets =
        files().stream().filter(it -> it.startsWith(home.resolve("secrets"))).toList();
    assertThat(secrets).hasSize(1);
    return secrets.getFirst();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(home)) {
      return found.filter(Files::isRegularFile).toList();
    }
  }
}
