package io.agencytasks.functions.inbound.email;

import io.agencytasks.domain.artifact.ArtifactsUnavailable;
import io.agencytasks.domain.artifact.MessageFiles;
import io.agencytasks.domain.inbound.KnownWebhook;
import io.agencytasks.domain.inbound.KnownWebhooks;
import io.agencytasks.domain.inbound.RawMails;
import io.agencytasks.domain.inbound.Receipt;
import io.agencytasks.domain.inbound.Receipt.Changed;
import io.agencytasks.domain.inbound.Receipt.NotProven;
import io.agencytasks.domain.inbound.Receipt.Repeated;
import io.agencytasks.domain.inbound.Receipt.Taken;
import io.agencytasks.domain.inbound.Receipt.TooMany;
import io.agencytasks.domain.inbound.ReceiveMessage;
import io.agencytasks.domain.task.Unavailable;
import io.agencytasks.domain.webhook.Channel;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a mail in for each webhook that it is to. */
@Singleton
final class ReceiveMail {
  private final KnownWebhooks.Store webhooks;
  private final ReceiveMessage receive;
  private final RawMails mails;
  private final MessageFiles files;

  ReceiveMail(
      KnownWebhooks.Store webhooks, ReceiveMessage receive, RawMails mails, MessageFiles files) {
    this.webhooks = webhooks;
    this.receive = receive;
    this.mails = mails;
    this.files = files;
  }

  /**
   * Takes it in. What hinders one webhook hinders no other: who tries again makes nothing twice.
   *
   * @return what it came to, for each webhook; none where it is to nobody's
   * @throws RuntimeException when it shall be tried again
   */
  List<Receipt> apply(MailNotice notice) {
    var known = notice.recipients().stream().flatMap(it -> webhook(it).stream()).toList();
    if (known.isEmpty()) {
      return List.of();
    }
    var mail = read(notice, known);
    var receipts = new ArrayList<Receipt>();
    RuntimeException hindrance = null;
    for (var webhook : known) {
      try {
        receipts.add(take(mail, webhook));
      } catch (RuntimeException failure) {
        hindrance = failure;
      }
    }
    if (hindrance != null) {
      throw hindrance;
    }
    return List.copyOf(receipts);
  }

  private Optional<KnownWebhook> webhook(String address) {
    return webhooks.byAddress(Channel.EMAIL, address);
  }

  private ReadMail read(MailNotice notice, List<KnownWebhook> known) {
    Set<Long> owners =
        notice.verdicts().isClean()
            ? known.stream().map(KnownWebhook::userId).collect(Collectors.toSet())
            : Set.of();
    var attachments = new KeptAttachments(files, owners);
    try (var raw = mails.open(notice.bucket(), notice.key())) {
      return new ReadMail(notice, MailReader.read(raw, attachments), attachments.files());
    } catch (IOException | ArtifactsUnavailable outage) {
      throw new Unavailable("The mail could not be read.", Duration.ofMinutes(1), outage);
    }
  }

  /** Of what is not stored nothing is lost: the mail stays where it is, until it is. */
  private Receipt take(ReadMail mail, KnownWebhook webhook) {
    return switch (receive.apply(webhook, mail.to(webhook.webhook()))) {
      case Taken taken -> taken;
      case Repeated repeated -> repeated;
      case TooMany(var retryAfter) ->
          throw new IllegalStateException("more mail came than its webhook takes in a minute");
      case Changed() -> throw new IllegalStateException("its webhook was changed meanwhile");
      case NotProven() -> throw new IllegalStateException("mail needs no proof");
    };
  }
}
