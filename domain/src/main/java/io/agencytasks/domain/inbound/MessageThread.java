package io.agencytasks.domain.inbound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of the conversation that it belongs to.
 *
 * @param key what the messages have in common that belong together, at most 320 characters
 * @param answers what it may be an answer to, 50 at the most: external ids, or what senders call
 *     their messages
 */
public record MessageThread(@Nullable String key, List<String> answers) {

  /** Of a message that answers none by name. */
  public static MessageThread of(@Nullable String key) {
    return new MessageThread(key, List.of());
  }
}
