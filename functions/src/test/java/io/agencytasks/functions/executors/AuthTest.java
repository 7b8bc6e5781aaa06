package io.agencytasks.functions.executors;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.secret.SecretValue;
import io.agencytasks.functions.executors.Auth.Algorithm;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The headers by which calls prove whose they are, with the examples of the standards. */
class AuthTest {
  private static final SecretName NAME = new SecretName("name");

  @Test
  void a_token_follows_the_word_bearer() {
    var auth = new Auth.Bearer(NAME);

    assertThat(auth.header()).isEqualTo("Authorization");
    assertThat(auth.value(new SecretValue("mF_9.B5f-4.1JqM"), ByteString.EMPTY))
        .isEqualTo("Bearer mF_9.B5f-4.1JqM");
  }

  @Test
  void a_user_and_a_password_are_in_base64() {
    assertThat(basic("Aladdin", "open sesame")).isEqualTo("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    assertThat(basic("test", "123\u00a3")).isEqualTo("Basic dGVzdDoxMjPCow==");
  }

  @Test
  void a_header_is_the_secret_itself() {
    var auth = new Auth.Header("X-Api-Key", NAME);

    assertThat(auth.header()).isEqualTo("X-Api-Key");
    assertThat(auth.value(new SecretValue("k 1"), ByteString.EMPTY)).isEqualTo("k 1");
  }

  /** Test case 2 of RFC 4231, and what OpenSSL makes of nothing. */
  static Stream<Arguments> signatures() {
    return Stream.of(
        Arguments.of(
            Algorithm.SHA256,
            "Jefe",
            "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        Arguments.of(
            Algorithm.SHA512,
            "Jefe",
            "what do ya want for nothing?",
            "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737"),
        Arguments.of(
            Algorithm.SHA256,
            "key",
            "",
            "5d5d139563c95b5967b9bd9a8c9b233a9dedb45072794cd232dc1b74832607d0"));
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void a_signature_is_the_hmac_of_the_body_in_hexadecimal(
      Algorithm algorithm, String key, String body, String signature) {
    var auth = new Auth.Hmac("X-Signature", algorithm, NAME);

    assertThat(auth.value(new SecretValue(key), ByteString.encodeUtf8(body))).isEqualTo(signature);
  }

  private static String basic(String username, String password) {
    return new Auth.Basic(username, NAME).value(new SecretValue(password), ByteString.EMPTY);
  }
}
