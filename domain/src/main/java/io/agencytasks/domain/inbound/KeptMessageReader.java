package io.agencytasks.domain.inbound;

import io.agencytasks.domain.webhook.Webhook;

/** Reads messages of the channels that bring words, from what was kept of them. */
public interface KeptMessageReader {

  /**
   * Reads it once more; what was found about its sender then counts now.
   *
   * @param webhook as it is now
   */
  IncomingMessage read(Webhook webhook, Message message);
}
