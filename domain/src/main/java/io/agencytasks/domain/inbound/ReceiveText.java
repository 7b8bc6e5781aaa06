package io.agencytasks.domain.inbound;

import io.agencytasks.domain.inbound.Receipt.Changed;
import io.agencytasks.domain.inbound.Receipt.NotProven;
import io.agencytasks.domain.webhook.Channel;

/** Takes in a text message, for whoever has the number that it was sent to. */
public final class ReceiveText {
  private final KnownWebhooks.Store webhooks;
  private final ReceiveMessage receive;

  public ReceiveText(KnownWebhooks.Store webhooks, ReceiveMessage receive) {
    this.webhooks = webhooks;
    this.receive = receive;
  }

  /** A number may go to another owner in between: who has it is asked once more then. */
  public Receipt apply(IncomingText text) {
    var receipt = receive(text);
    return receipt instanceof Changed ? receive(text) : receipt;
  }

  private Receipt receive(IncomingText text) {
    return webhooks
        .byAddress(Channel.SMS, text.to())
        .map(webhook -> receive.apply(webhook, text.message()))
        .orElseGet(NotProven::new);
  }
}
