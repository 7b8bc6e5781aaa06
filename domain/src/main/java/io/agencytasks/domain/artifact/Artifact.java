package io.agencytasks.domain.artifact;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that an execution left behind.
 *
 * @param url where whoever has it may read the file, without a token; only for readers
 * @param urlExpiresAt until when
 */
public record Artifact(
    String name,
    String contentType,
    long bytes,
    @Nullable URI url,
    @Nullable Instant urlExpiresAt) {

  /** As it is kept: without a link. */
  public static Artifact of(String name, String contentType, long bytes) {
    return new Artifact(name, contentType, bytes, null, null);
  }

  /** The same, with a link that expires. */
  public Artifact at(URI url, Instant expiresAt) {
    return new Artifact(name, contentType, bytes, url, expiresAt);
  }
}
