package io.agencytasks.domain.inbound;

import io.agencytasks.domain.artifact.MessageFile;
import io.agencytasks.domain.task.Json;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message as a channel has read it, before the webhook's rules are asked.
 *
 * @param externalId what its sender's side calls it, at most 998 characters of ASCII: the same for
 *     every repeat
 * @param proof what it was proven by, where that tells repeats that the id does not; 64 characters
 * @param sender at most 320 characters
 * @param conversation what the messages have in common that belong together, at most 320 characters
 * @param knownAs what its sender calls it, where answers will name that and not the external id; at
 *     most 255 characters of ASCII
 * @param answers what it may be an answer to, 50 at the most: external ids, or what senders call
 *     their messages
 * @param subject at most 998 characters
 * @param body what was sent; a row keeps its first 16 KiB, and if there is more, a file all of it
 * @param attachments that are kept already
 * @param verdicts what was found about spam, viruses and forgery
 * @param at when it came to its channel, so that a late one has its place in the conversation; null
 *     for now
 */
public record IncomingMessage(
    String externalId,
    @Nullable String proof,
    @Nullable String sender,
    @Nullable String conversation,
    @Nullable String knownAs,
    List<String> answers,
    @Nullable String subject,
    MessageBody body,
    List<MessageFile> attachments,
    @Nullable Json verdicts,
    @Nullable Instant at,
    TaskWish wish,
    Intake intake) {

  /** The same, with what else is to be done with it. */
  IncomingMessage with(TaskWish heard, Intake judged) {
    return new IncomingMessage(
        externalId,
        proof,
        sender,
        conversation,
        knownAs,
        answers,
        subject,
        body,
        attachments,
        verdicts,
        at,
        heard,
        judged);
  }

  /** The same, with another file. */
  IncomingMessage with(MessageFile file) {
    return new IncomingMessage(
        externalId,
        proof,
        sender,
        conversation,
        knownAs,
        answers,
        subject,
        body,
        Stream.concat(Stream.of(file), attachments.stream()).toList(),
        verdicts,
        at,
        wish,
        intake);
  }

  /** What a task is given that waited for it: at most 16,000 bytes. */
  public String said() {
    var description = wish.description();
    return PlainText.beginning(description == null ? body.plain() : description.value(), 16_000);
  }
}
