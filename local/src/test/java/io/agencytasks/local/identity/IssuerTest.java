package io.agencytasks.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.agencytasks.local.template.Stack;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

  @TempDir Path folder;

  @Test
  void a_token_says_what_was_asked_for() throws Exception {
    var request =
        new TokenRequest(
            "alice", Optional.of("a@b.c"), Optional.of("Alice"), "one two", Duration.ofMinutes(5));

    JWTClaimsSet claims = SignedJWT.parse(issuer().mint(request)).getJWTClaimsSet();

    assertThat(claims.getSubject()).isEqualTo("alice");
    assertThat(claims.getIssuer()).isEqualTo("http://localhost:1/local/issuer");
    assertThat(claims.getAudience()).containsExactly("tests");
    assertThat(claims.getStringClaim("email")).isEqualTo("a@b.c");
    assertThat(claims.getStringClaim("name")).isEqualTo("Alice");
    assertThat(claims.getStringClaim("scope")).isEqualTo("one two");
    assertThat(claims.getIssueTime()).isEqualTo(NOW);
    assertThat(claims.getExpirationTime()).isEqualTo(NOW.plusSeconds(300));
  }

  @Test
  void only_a_subject_is_needed() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(issuer().mint(TokenRequest.of("bob"))).getJWTClaimsSet();

    assertThat(claims.getStringClaim("scope")).isEqualTo("tasks");
    assertThat(claims.getExpirationTime()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(claims.getClaims()).doesNotContainKeys("email", "name");
  }

  @Test
  void the_key_outlives_a_restart() throws Exception {
    SignedJWT token = SignedJWT.parse(issuer().mint(TokenRequest.of("bob")));

    String next = issuer().mint(TokenRequest.of("bob"));

    RSAKey key = RSAKey.parse(Files.readString(keyFile()));
    assertThat(token.verify(new RSASSAVerifier(key.toPublicJWK()))).isTrue();
    assertThat(SignedJWT.parse(next).verify(new RSASSAVerifier(key.toPublicJWK()))).isTrue();
  }

  @Test
  void the_key_is_readable_by_its_owner_only_and_alone_in_its_folder() throws Exception {
    issuer();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
        .isEqualTo("rw-------");
    assertThat(folder.resolve("new")).isDirectoryContaining(keyFile()::equals);
    try (var files = Files.list(folder.resolve("new"))) {
      assertThat(files).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\",\"kid\":\"1\"}"})
  void a_damaged_key_is_refused_with_a_sentence(String content) throws Exception {
    Files.createDirectories(folder.resolve("new"));
    Files.writeString(keyFile(), content);

    assertThatThrownBy(this::issuer)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(keyFile().toString())
        .hasMessageContaining("damaged");
  }

  @Test
  void a_folder_that_cannot_be_written_is_refused_with_a_sentence() throws Exception {
    Files.writeString(folder.resolve("new"), "a file where the folder should be");

    assertThatThrownBy(this::issuer)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be kept");
  }

  private Path keyFile() {
    return folder.resolve("new").resolve("issuer-key.json");
  }

  private Issuer issuer() {
    return new Issuer(
        folder.resolve("new"),
        new Stack.Authorizer(URI.create("http://localhost:1/local/issuer"), List.of("tests")),
        Clock.fixed(NOW, ZoneOffset.UTC),
        UUID::randomUUID);
  }
}
