package io.agencytasks.domain.webhook;

/**
 * Makes secrets unreadable for whoever sees the database.
 *
 * <p>All of it throws {@link io.agencytasks.domain.task.Unavailable} where its key is out of reach.
 */
public interface Seal {

  /** The secret as it is stored; it opens for the same owner only. */
  String close(WebhookSecret secret, String ownerSubject);

  /** The secret that was stored. */
  WebhookSecret open(String sealed, String ownerSubject);
}
