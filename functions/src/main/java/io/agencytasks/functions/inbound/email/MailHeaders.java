package io.agencytasks.functions.inbound.email;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;

/** The headers of a message that say who wrote to whom, about what, and in answer to what. */
final class MailHeaders {
  private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,250})>");
  private static final Pattern BULK = Pattern.compile("(?i)\\s*(bulk|junk|list|auto[-_]reply).*");
  private static final Pattern PROGRAM =
      Pattern.compile("(?i)(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@.*");

  private @Nullable String messageId;
  private @Nullable String sender;
  private @Nullable String subject;
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
      case "in-reply-to" -> ids(body).forEach(answered::add);
      case "references" -> ids(body).forEach(before::add);
      case "auto-submitted" -> automatic |= !body.strip().equalsIgnoreCase("no");
      case "precedence" -> automatic |= BULK.matcher(body).matches();
      case "return-path" -> automatic |= body.strip().equals("<>");
      case "x-autoreply", "x-autorespond", "list-id", "list-unsubscribe" -> automatic = true;
      default -> {}
    }
  }

  /** A report on another message is a program's. */
  void body(BodyDescriptor descriptor) {
    automatic |= "multipart/report".equals(descriptor.getMimeType());
  }

  ReceivedMail mail(String text, boolean complete) {
    Optional<String> from = Optional.ofNullable(sender);
    return new ReceivedMail(
        Optional.ofNullable(messageId),
        from,
        Optional.ofNullable(subject).orElse(""),
        text,
        references(),
        automatic || from.filter(it -> PROGRAM.matcher(it).matches()).isPresent(),
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
