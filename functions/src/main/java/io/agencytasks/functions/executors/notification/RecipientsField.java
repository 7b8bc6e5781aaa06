package io.agencytasks.functions.executors.notification;

import io.agencytasks.domain.notification.EmailAddress;
import io.agencytasks.domain.notification.PhoneNumber;
import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.SecretReference;
import io.agencytasks.functions.executors.UrlField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules for {@code executionConfig.recipients}. */
final class RecipientsField {
  static final int MAX = 20;

  private static final String NAME = "recipients";
  private static final String EMAIL = "email";
  private static final String SMS = "sms";
  private static final String WEBHOOK = "webhook";
  private static final String SECRET = "secret";

  private RecipientsField() {}

  static List<Recipient> read(ConfigFields config) {
    config.require(NAME);
    List<Recipient> recipients = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (var fields : config.objects(NAME, 1, MAX)) {
      var recipient = recipient(fields);
      recipient
          .filter(it -> !seen.add(it.key()))
          .ifPresent(twice -> fields.fault(twice.kind(), "is there twice"));
      recipient.ifPresent(recipients::add);
    }
    return recipients;
  }

  private static Optional<Recipient> recipient(ConfigFields fields) {
    var given =
        Stream.of(EMAIL, SMS, WEBHOOK).filter(kind -> fields.value(kind).isPresent()).toList();
    if (given.size() != 1) {
      fields.value(SECRET);
      fields.fault(
          given.isEmpty() ? EMAIL : given.getLast(),
          "must be alone: one of email, sms and webhook");
      return Optional.empty();
    }
    if (!given.contains(WEBHOOK) && fields.value(SECRET).isPresent()) {
      fields.fault(SECRET, "must be left out: only a webhook is signed");
    }
    return switch (given.getFirst()) {
      case EMAIL -> mail(fields);
      case SMS -> sms(fields);
      default -> webhook(WEBHOOK, fields);
    };
  }

  private static Optional<Recipient> mail(ConfigFields fields) {
    var text = fields.text(EMAIL);
    if (text.isPresent() && !EmailAddress.isOne(text.get())) {
      fields.fault(
          EMAIL,
          "must be an address such as name@example.com, at most %d characters of ASCII"
              .formatted(EmailAddress.MAX_LENGTH));
    }
    return text.filter(EmailAddress::isOne)
        .map(address -> new Recipient.ByMail(new EmailAddress(address)));
  }

  private static Optional<Recipient> sms(ConfigFields fields) {
    var text = fields.text(SMS);
    if (text.isPresent() && !PhoneNumber.isOne(text.get())) {
      fields.fault(SMS, "must be a number such as +15550100: a plus sign and 7 to 15 digits");
    }
    return text.filter(PhoneNumber::isOne)
        .map(number -> new Recipient.BySms(new PhoneNumber(number)));
  }

  /** Reads a webhook whose URL is in this field, with its secret beside it. */
  static Optional<Recipient> webhook(String field, ConfigFields fields) {
    var secret = SecretReference.read(SECRET, fields);
    return UrlField.read(field, fields)
        .flatMap(url -> secret.map(name -> new Recipient.ByWebhook(url, name)));
  }
}
