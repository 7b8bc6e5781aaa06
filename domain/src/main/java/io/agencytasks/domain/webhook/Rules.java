package io.agencytasks.domain.webhook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a webhook's messages.
 *
 * @param allowedSenders whose messages alone become tasks; anybody's where there are none
 * @param blockedSenders whose messages never do
 * @param phrases the strongest that a message has counts
 * @param markers whether {@code #high}, {@code #urgent}, {@code due:…} and {@code at:…} count
 * @param repliesAreInput whether a message in a conversation whose task waits for input is that
 * @param messagesPerMinute how many are taken, 1 to 6,000
 */
public record Rules(
    Mapping mapping,
    List<SenderPattern> allowedSenders,
    List<SenderPattern> blockedSenders,
    List<Phrase> phrases,
    boolean markers,
    boolean repliesAreInput,
    int messagesPerMinute) {
  public static final boolean MARKERS = true;
  public static final boolean REPLIES_ARE_INPUT = false;
  public static final int MESSAGES_PER_MINUTE = 60;

  /** What holds where nobody says otherwise. */
  public static final Rules USUAL =
      new Rules(
          Mapping.NONE,
          List.of(),
          List.of(),
          List.of(),
          MARKERS,
          REPLIES_ARE_INPUT,
          MESSAGES_PER_MINUTE);

  /** Why a sender's messages become no tasks; empty where they do. */
  public Optional<String> refusalOf(@Nullable String sender) {
    if (sender != null && blockedSenders.stream().anyMatch(it -> it.matches(sender))) {
      return Optional.of("The sender is one of blockedSenders.");
    }
    boolean allowed =
        allowedSenders.isEmpty()
            || (sender != null && allowedSenders.stream().anyMatch(it -> it.matches(sender)));
    return allowed ? Optional.empty() : Optional.of("The sender is none of allowedSenders.");
  }
}
