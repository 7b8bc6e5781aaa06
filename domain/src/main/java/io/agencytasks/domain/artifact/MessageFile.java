package io.agencytasks.domain.artifact;

import java.net.URI;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message, or is the whole of one. It is kept by what is in it, below its
 * owner, so that the same file that comes again is no second one.
 *
 * @param sha256 of its bytes, in hexadecimal
 * @param url where whoever has it may read the file, without a token; only for readers
 * @param urlExpiresAt until when
 */
public record MessageFile(
    String name,
    String contentType,
    long bytes,
    String sha256,
    @Nullable URI url,
    @Nullable Instant urlExpiresAt) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public MessageFile {
    if (!NAME.matcher(name).matches() || !SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("no file of a message: " + name);
    }
  }

  /** As it is kept: without a link. */
  public static MessageFile of(String name, String contentType, long bytes, String sha256) {
    return new MessageFile(name, contentType, bytes, sha256, null, null);
  }

  /** The same, with a link that expires. */
  public MessageFile at(URI url, Instant expiresAt) {
    return new MessageFile(name, contentType, bytes, sha256, url, expiresAt);
  }

  /** Where it is kept. */
  public String key(long userId) {
    return "users/%d/messages/%s/%s".formatted(userId, sha256, name);
  }
}
