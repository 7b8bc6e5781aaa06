package io.agencytasks.functions.executors;

import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.secret.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import okhttp3.Credentials;
import okio.ByteString;

/** How a call proves whose it is: by one header, made of a secret when it is sent. */
public sealed interface Auth {
  String AUTHORIZATION = "Authorization";

  /** The secret that it takes. */
  SecretName secret();

  /** The header that it sets. */
  default String header() {
    return AUTHORIZATION;
  }

  /** What that header says. */
  String value(SecretValue secret, ByteString body);

  /** A token (RFC 6750). */
  record Bearer(SecretName secret) implements Auth {
    @Override
    public String value(SecretValue token, ByteString body) {
      return "Bearer " + token.value();
    }
  }

  /** A user name and a password, in UTF-8 (RFC 7617). */
  record Basic(String username, SecretName secret) implements Auth {
    @Override
    public String value(SecretValue password, ByteString body) {
      return Credentials.basic(username, password.value(), StandardCharsets.UTF_8);
    }
  }

  /** A header that is the secret. */
  record Header(String header, SecretName secret) implements Auth {
    @Override
    public String value(SecretValue value, ByteString body) {
      return value.value();
    }
  }

  /** A signature of the body's bytes as they are sent, in hexadecimal (RFC 2104). */
  record Hmac(String header, Algorithm algorithm, SecretName secret) implements Auth {
    @Override
    public String value(SecretValue key, ByteString body) {
      return algorithm.sign(ByteString.encodeUtf8(key.value()), body).hex();
    }
  }

  /** The hash within an HMAC. */
  enum Algorithm {
    SHA256,
    SHA512;

    ByteString sign(ByteString key, ByteString body) {
      return switch (this) {
        case SHA256 -> body.hmacSha256(key);
        case SHA512 -> body.hmacSha512(key);
      };
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
