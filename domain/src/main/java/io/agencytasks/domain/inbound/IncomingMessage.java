package io.agencytasks.domain.inbound;

import io.agencytasks.domain.artifact.MessageFile;
import io.agencytasks.domain.task.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as a channel has read it, before the webhook's rules are asked.
 *
 * @param sender at most 320 characters
 * @param verdicts what was found about spam, viruses and forgery
 * @param at when it came to its channel, so that a late one has its place in the conversation; null
 *     for now
 */
public record IncomingMessage(
    MessageIds ids,
    @Nullable String sender,
    MessageThread thread,
    MessageContent content,
    @Nullable Json verdicts,
    @Nullable Instant at,
    TaskWish wish,
    Intake intake) {

  /** The same, with what else is to be done with it. */
  IncomingMessage with(TaskWish heard, Intake judged) {
    return new IncomingMessage(ids, sender, thread, content, verdicts, at, heard, judged);
  }

  /** The same, with another file. */
  IncomingMessage with(MessageFile file) {
    return new IncomingMessage(ids, sender, thread, content.with(file), verdicts, at, wish, intake);
  }

  /** What a task is given that waited for it: at most 16,000 bytes. */
  public String said() {
    var description = wish.description();
    return PlainText.beginning(
        description == null ? content.body().plain() : description.value(), 16_000);
  }
}
