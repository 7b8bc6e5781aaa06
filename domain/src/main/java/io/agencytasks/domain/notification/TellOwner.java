package io.agencytasks.domain.notification;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.notification.OwnerMails.Fate;
import io.agencytasks.domain.notification.OwnerMails.Words;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the owner of a task that has come to its end, once however often that is heard. Who
 * dies while it sends leaves the mail begun, and nobody begins it again: rather not told than told
 * twice, as the task itself says how it stands.
 */
public final class TellOwner {
  private static final Logger log = LoggerFactory.getLogger(TellOwner.class);

  private final OwnerMails mails;
  private final Mailer mailer;
  private final TaskLinks links;

  public TellOwner(OwnerMails mails, Mailer mailer, TaskLinks links) {
    this.mails = mails;
    this.mailer = mailer;
    this.links = links;
  }

  /**
   * Tells it.
   *
   * @throws NotToldYet when the mail was not sent and may be later
   */
  public void apply(EndedTask task) throws InterruptedException {
    var words = mails.begin(task);
    if (words.isPresent()) {
      tell(task, words.get());
    }
  }

  private void tell(EndedTask task, Words words) throws InterruptedException {
    if (!EmailAddress.isOne(words.email())) {
      mails.end(task, Fate.REFUSED);
      return;
    }
    switch (mailer.send(letter(task, words).to(new EmailAddress(words.email())))) {
      case Delivery.Accepted _ -> mails.end(task, Fate.SENT);
      case Delivery.Refused(var why) -> {
        warn(task, why);
        mails.end(task, Fate.REFUSED);
      }
      case Delivery.Uncertain(var why) -> {
        warn(task, why);
        mails.end(task, Fate.UNCERTAIN);
      }
      case Delivery.NotNow(var why, var _) -> {
        mails.takeBack(task);
        throw new NotToldYet(why.code());
      }
    }
  }

  private Letter letter(EndedTask task, Words words) {
    var subject = task.how().word() + ": " + words.title();
    List<String> paragraphs = new ArrayList<>(List.of(subject));
    if (words.said() != null) {
      paragraphs.add(words.said());
    }
    return new Letter(subject, paragraphs, links.to(task.task()));
  }

  private static void warn(EndedTask task, Failure why) {
    log.atWarn()
        .addKeyValue("task", task.task().value())
        .addKeyValue("user", task.userId())
        .addKeyValue("code", why.code())
        .log("owner not told, or nobody knows");
  }
}
