package io.agencytasks.domain.inbound;

import io.agencytasks.domain.artifact.MessageFile;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was sent.
 *
 * @param subject at most 998 characters
 * @param body a row keeps its first 16 KiB, and if there is more, a file all of it
 * @param attachments that are kept already
 */
public record MessageContent(
    @Nullable String subject, MessageBody body, List<MessageFile> attachments) {

  /** Nothing but a body. */
  public static MessageContent of(MessageBody body) {
    return new MessageContent(null, body, List.of());
  }

  /** The same, with another file before the others. */
  MessageContent with(MessageFile file) {
    return new MessageContent(
        subject, body, Stream.concat(Stream.of(file), attachments.stream()).toList());
  }
}
