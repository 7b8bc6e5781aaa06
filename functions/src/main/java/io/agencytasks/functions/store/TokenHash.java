package io.agencytasks.functions.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agencytasks.domain.execution.CallbackToken;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the database knows of a token: the token itself would stand in its log of statements. */
final class TokenHash {
  private TokenHash() {}

  /** SHA-256, in hexadecimal. */
  static String of(CallbackToken token) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(token.value().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
