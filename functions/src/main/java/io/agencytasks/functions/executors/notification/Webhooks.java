package io.agencytasks.functions.executors.notification;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.notification.Delivery;
import io.agencytasks.domain.secret.SecretValue;
import io.agencytasks.domain.secret.Vault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.executors.SecretLookup;
import io.agencytasks.functions.outbound.Answer;
import io.agencytasks.functions.outbound.HttpSender;
import io.agencytasks.functions.outbound.RetryAfter;
import io.agencytasks.functions.outbound.Sent;
import io.agencytasks.functions.outbound.WebhookSignature;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Tells webhooks, by requests that are signed as Standard Webhooks has it. */
@Singleton
final class Webhooks {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Too early, too often, or nothing that the receiver's own fault would not pass. */
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private final HttpSender sender;
  private final Provider<Vault> vault;
  private final Clock clock;

  Webhooks(HttpSender sender, Provider<Vault> vault, Clock clock) {
    this.sender = sender;
    this.vault = vault;
    this.clock = clock;
  }

  Delivery tell(Recipient.ByWebhook webhook, Json payload, ClaimedExecution execution)
      throws InterruptedException {
    return switch (SecretLookup.of(webhook.secret(), execution.userId(), vault)) {
      case SecretLookup.Found(var secret) -> post(webhook, secret, payload, execution);
      case SecretLookup.Missing(var why) -> unsent(why);
    };
  }

  /** Its id is the same over all attempts of a task, so that the receiver can tell a repeat. */
  private Delivery post(
      Recipient.ByWebhook webhook, SecretValue secret, Json payload, ClaimedExecution execution)
      throws InterruptedException {
    var id = execution.taskUuid() + "-" + webhook.key();
    var signature = WebhookSignature.of(secret, id, clock.instant(), payload.text());
    if (signature.isEmpty()) {
      return new Delivery.Refused(
          new Failure(
              "SECRET_UNUSABLE",
              "The secret %s signs no webhook: it must be whsec_ and 24 to 64 bytes in Base64. Put it anew, then execute the task again."
                  .formatted(webhook.secret().value())));
    }
    var request = WebhookPost.of(webhook, signature.get(), payload);
    return switch (sender.send(request, PATIENCE, _ -> false)) {
      case Sent.Answered(var answer, _, var end) -> verdict(id, answer, end);
      case Sent.Unanswered(var outcome) -> unsent(outcome);
    };
  }

  private static Delivery verdict(String id, Answer answer, Instant end) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new Delivery.Accepted(id);
    }
    var why = new Failure("HTTP_" + status, "The webhook answered %d.".formatted(status));
    if (answer.isHearsay()) {
      return new Delivery.Uncertain(why);
    }
    return status >= 500 || LATER.contains(status)
        ? new Delivery.NotNow(why, RetryAfter.of(answer.headers(), end))
        : new Delivery.Refused(why);
  }

  private static Delivery unsent(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Retry(var why, _, var uncertain) when uncertain -> new Delivery.Uncertain(why);
      case Outcome.Retry(var why, var after, _) -> new Delivery.NotNow(why, after);
      case Outcome.GiveUp(var why) -> new Delivery.Refused(why);
      case Outcome.Done _, Outcome.NeedsInput _, Outcome.RunLater _, Outcome.Awaits _ ->
          new Delivery.NotNow(new Failure("NOT_SENT", "It was not sent."), Optional.empty());
    };
  }
}
