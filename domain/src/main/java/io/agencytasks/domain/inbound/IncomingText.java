package io.agencytasks.domain.inbound;

import io.agencytasks.domain.webhook.Channel;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * A text message that came to one of our numbers.
 *
 * @param id what the operator calls it, at most 255 characters of ASCII
 * @param from a number, or whatever else a sender may call itself; at most 320 characters
 * @param to a number as E.164 has it
 * @param text at most 16 KiB
 * @param at when the operator took it
 */
public record IncomingText(String id, String from, String to, String text, Instant at) {

  /**
   * What operators themselves act on or answer, in capitals and without blanks: END and CANCEL
   * among them, so no task's question may have them for an answer. YES is left out, as it is one.
   */
  private static final Set<String> KEYWORDS =
      Set.of(
          "STOP",
          "STOPALL",
          "UNSUBSCRIBE",
          "CANCEL",
          "END",
          "QUIT",
          "REMOVE",
          "REVOKE",
          "OPTOUT",
          "ARRET",
          "ARRÊT",
          "START",
          "UNSTOP",
          "OPTIN",
          "SUBSCRIBE",
          "HELP",
          "INFO",
          "AIDE");

  private static final String NO_LETTERS = "[^\\p{L}\\p{N}]+";

  /** As a channel's message; all of a sender's are one conversation. */
  IncomingMessage message() {
    return new IncomingMessage(
        MessageIds.external(id),
        from,
        MessageThread.of(from),
        MessageContent.of(MessageBody.text(text)),
        null,
        at,
        TaskWish.of(
            PlainText.title(text).orElse(null),
            text.isBlank() ? null : PlainText.description(text)),
        intake());
  }

  private Intake intake() {
    if (isKeyword()) {
      return new Intake.Keep(
          MessageOutcome.RECORDED, "It is a word that operators act on, such as STOP or HELP.");
    }
    return Channel.SMS.takes(from)
        ? new Intake.MakeTask(false)
        : new Intake.Keep(
            MessageOutcome.REFUSED, "Its sender is no telephone number that could be answered.");
  }

  private boolean isKeyword() {
    return KEYWORDS.contains(text.replaceAll(NO_LETTERS, "").toUpperCase(Locale.ROOT));
  }
}
