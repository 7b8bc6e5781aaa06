package io.agencytasks.functions.outbound;

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
  /** What an artifact may take. */
  public static final int MAX_BODY_BYTES = 10 * 1024 * 1024;

  /** More than any result may hold, as JSON may shrink when it is stored without its blanks. */
  public static final int MAX_HEAD_BYTES = 64 * 1024;

  /** As much of it as a result can be made of. */
  public Answer head() {
    return body.size() <= MAX_HEAD_BYTES
        ? this
        : new Answer(status, headers, body.substring(0, MAX_HEAD_BYTES), false);
  }
}
