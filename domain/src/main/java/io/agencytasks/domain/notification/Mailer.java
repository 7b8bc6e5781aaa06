package io.agencytasks.domain.notification;

import java.time.Duration;

/** Sends mail, each once. */
public interface Mailer {
  /** How long it is waited for at the most. */
  Duration PATIENCE = Duration.ofSeconds(10);

  Delivery send(Mail mail) throws InterruptedException;
}
