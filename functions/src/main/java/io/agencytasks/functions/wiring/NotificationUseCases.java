package io.agencytasks.functions.wiring;

import io.agencytasks.domain.notification.Mailer;
import io.agencytasks.domain.notification.OwnerMails;
import io.agencytasks.domain.notification.TaskLinks;
import io.agencytasks.domain.notification.TellOwner;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;

/** The use case that tells owners, and what those need who write to people. */
@Factory
final class NotificationUseCases {

  @Singleton
  TaskLinks taskLinks(@Property(name = "app.url") String url) {
    return new TaskLinks(url);
  }

  @Singleton
  TellOwner tellOwner(OwnerMails mails, Mailer mailer, TaskLinks links) {
    return new TellOwner(mails, mailer, links);
  }
}
