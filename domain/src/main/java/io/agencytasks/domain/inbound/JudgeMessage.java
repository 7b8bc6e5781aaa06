package io.agencytasks.domain.inbound;

import io.agencytasks.domain.inbound.Intake.Keep;
import io.agencytasks.domain.inbound.Intake.MakeTask;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.webhook.Verification;
import io.agencytasks.domain.webhook.Webhook;

/** Says by a webhook's rules what is to become of a message. */
public final class JudgeMessage {

  /** A message, and what it says of its task over the webhook's defaults. */
  record Judged(IncomingMessage message, TaskPatch task) {}

  /** Asks the rules; what its channel keeps back stays kept back. */
  Judged apply(Webhook webhook, IncomingMessage message) {
    var wish = Words.heard(webhook.rules(), message.wish());
    return switch (message.intake()) {
      case Keep keep -> new Judged(message.with(wish, keep), TaskPatch.NOTHING);
      case MakeTask(var reviewed) ->
          webhook
              .rules()
              .refusalOf(message.sender())
              .map(why -> new Keep(MessageOutcome.REFUSED, why))
              .map(keep -> new Judged(message.with(wish, keep), TaskPatch.NOTHING))
              .orElseGet(() -> made(webhook, message, wish, reviewed));
    };
  }

  private static Judged made(
      Webhook webhook, IncomingMessage message, TaskWish wish, boolean reviewed) {
    boolean forced = reviewed || webhook.verification() == Verification.TOKEN;
    return new Judged(message.with(wish, new MakeTask(forced)), wish.over(forced));
  }
}
