package io.agencytasks.domain.inbound;

import io.agencytasks.domain.webhook.Webhook;

/** Reads what came to a custom webhook, by its mapping. */
public interface MessageReader {

  /**
   * Reads it, whatever it is: what cannot be read is a message that is refused and says why.
   *
   * @param proof whose it is, and what it is called
   */
  IncomingMessage read(Webhook webhook, Proof proof, MessageBody body);
}
