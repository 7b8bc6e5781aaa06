package io.agencytasks.functions.outbound;

import java.util.Set;
import okhttp3.Headers;
import okio.ByteString;

/**
 * What a server answered.
 *
 * @param body the first bytes, decompressed, at most {@value #MAX_BODY_BYTES}; empty where nobody
 *     wants it
 * @param whole whether that is all there was
 */
public record Answer(int status, Headers headers, ByteString body, boolean whole) {
  private static final Set<Integer> PATIENCE = Set.of(429, 502, 503, 504);
  private static final Set<Integer> HEARSAY = Set.of(502, 504);

  /** What an artifact may take. */
  public static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

  /** More than any result may hold, as JSON may shrink when it is stored without its blanks. */
  public static final int MAX_HEAD_BYTES = 64 * 1024;

  /** Whether the server is busy or away, which passes. */
  public boolean asksForPatience() {
    return PATIENCE.contains(status);
  }

  /** Whether something between said it, which does not know what the server did. */
  public boolean isHearsay() {
    return HEARSAY.contains(status);
  }

  /** As much of it as a result can be made of. */
  public Answer head() {
    return body.size() <= MAX_HEAD_BYTES
        ? this
        : new Answer(status, headers, body.substring(0, MAX_HEAD_BYTES), false);
  }
}
