package io.agencytasks.domain.inbound;

import java.nio.charset.StandardCharsets;

/**
 * What a message says, as it was sent.
 *
 * @param contentType as the sender has it, at most 200 characters; empty where it has none
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way: never compared, never changed
public record MessageBody(String contentType, byte[] bytes) {
  /** As much as a row keeps. */
  public static final int MOST_BYTES_IN_A_ROW = 16 * 1024;

  /** A text's. */
  public static MessageBody text(String text) {
    return new MessageBody("text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a row keeps all of it. */
  boolean fitsARow() {
    return bytes.length <= MOST_BYTES_IN_A_ROW;
  }

  /** What a row keeps of it, without characters that Postgres refuses. */
  public String plain() {
    var text = PlainText.of(new String(bytes, StandardCharsets.UTF_8), bytes.length);
    return PlainText.beginning(text, MOST_BYTES_IN_A_ROW);
  }

  /** What its file is called. */
  String fileName() {
    return contentType.contains("json") ? "message.json" : "message.txt";
  }
}
