package io.agencytasks.functions.inbound.email;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a message that say who wrote to whom, about what, and in answer to what.
 *
 * <p>What a shop or a form sends is work, be it from a no-reply address or to a list. Automatic are
 * answers alone: those of who is out of office, and reports that a message did not arrive. A task
 * of them would be nobody's wish, and whoever answered them might never stop.
 */
final class MailHeaders {
  private static final Pattern ID = Pattern.compile("<([!-;=?-~]{1,250})>");
  private static final Pattern REPLIED = Pattern.compile("(?i)\\s*auto-replied\\b.*");
  private static final Pattern REPLY = Pattern.compile("(?i)\\s*auto[-_]?reply\\b.*");
  private static final Pattern DAEMON = Pattern.compile("(?i)mailer-daemon@.*");

  private static final Set<String> REPORTS = Set.of("delivery-status", "disposition-notification");

  private @Nullable String messageId;
  private @Nullable String sender;
  private @Nullable String subject;
  private @Nullable String sent;
  private final List<String> answered = new ArrayList<>();
  private final List<String> before = new ArrayList<>();
  private boolean automatic;

  /** Notes one of the message itself; of those that come twice, the first counts. */
  void add(Field field) {
    String body = field.getBody() == null ? "" : field.getBody();
    switch (field.getName().toLowerCase(Locale.ROOT)) {
      case "message-id" -> messageId = messageId == null ? firstId(body) : messageId;
      case "from" -> sender = sender == null ? address(body) : sender;
      case "subject" -> subject = subject == null ? oneLine(body) : subject;
      case "date" -> sent = sent == null ? oneLine(body) : sent;
      case "in-reply-to" -> ids(body).forEach(answered::add);
      case "references" -> ids(body).forEach(before::add);
      case "auto-submitted" -> automatic |= REPLIED.matcher(body).matches();
      case "precedence" -> automatic |= REPLY.matcher(body).matches();
      case "return-path" -> automatic |= body.strip().equals("<>");
      case "x-autoreply", "x-autorespond" -> automatic |= !body.strip().equalsIgnoreCase("no");
      default -> {}
    }
  }

  /** Of reports, those on what became of another message: a form's or a scanner's is work. */
  void body(MaximalBodyDescriptor descriptor) {
    automatic |=
        "multipart/report".equals(descriptor.getMimeType())
            && REPORTS.contains(
                descriptor
                    .getContentTypeParameters()
                    .getOrDefault("report-type", "delivery-status")
                    .toLowerCase(Locale.ROOT));
  }

  ReceivedMail mail(String text, boolean complete) {
    Optional<String> from = Optional.ofNullable(sender);
    return new ReceivedMail(
        Optional.ofNullable(messageId),
        Optional.ofNullable(sent),
        from,
        Optional.ofNullable(subject).orElse(""),
        text,
        references(),
        automatic || from.filter(it -> DAEMON.matcher(it).matches()).isPresent(),
        complete);
  }

  private List<String> references() {
    SequencedSet<String> all = new LinkedHashSet<>(answered);
    all.addAll(before.reversed());
    return all.stream().limit(ReceivedMail.MAX_REFERENCES).toList();
  }

  private static @Nullable String firstId(String body) {
    return ids(body).stream().findFirst().orElse(null);
  }

  private static List<String> ids(String body) {
    return ID.matcher(body).results().map(found -> found.group(1)).limit(200).toList();
  }

  private static @Nullable String address(String body) {
    return LenientAddressParser.DEFAULT.parseAddressList(body).flatten().stream()
        .map(Mailbox::getAddress)
        .filter(address -> address != null && address.indexOf('@') > 0 && address.length() <= 320)
        .map(address -> address.toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse(null);
  }

  private static String oneLine(String body) {
    String text =
        DecoderUtil.decodeEncodedWords(body, DecodeMonitor.SILENT)
            .replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ")
            .strip();
    return text.codePointCount(0, text.length()) <= ReceivedMail.MAX_SUBJECT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, ReceivedMail.MAX_SUBJECT));
  }
}
