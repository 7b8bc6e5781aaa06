package io.agencytasks.domain.inbound;

import io.agencytasks.domain.inbound.Receipt.Changed;
import io.agencytasks.domain.inbound.Receipt.NotProven;
import io.agencytasks.domain.metrics.Metric;
import io.agencytasks.domain.metrics.Metrics;
import io.agencytasks.domain.webhook.Seal;
import io.agencytasks.domain.webhook.Verification;
import io.agencytasks.domain.webhook.WebhookSecret;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what is sent to a webhook's URL, once it is proven who sent it. Unknown webhooks and
 * forgeries take as long and come to the same, so that nobody learns by trying.
 */
public final class ReceiveHook {
  private final KnownWebhooks webhooks;
  private final Seal seal;
  private final Proofs proofs;
  private final MessageReader reader;
  private final ReceiveMessage receive;
  private final Metrics metrics;
  private final Clock clock;

  /** For what has no secret; nobody has this one. */
  private final WebhookSecret nobodys;

  public ReceiveHook(
      KnownWebhooks webhooks,
      Seal seal,
      Proofs proofs,
      MessageReader reader,
      ReceiveMessage receive,
      Metrics metrics,
      RandomGenerator random,
      Clock clock) {
    this.webhooks = webhooks;
    this.seal = seal;
    this.proofs = proofs;
    this.reader = reader;
    this.receive = receive;
    this.metrics = metrics;
    this.clock = clock;
    this.nobodys = WebhookSecret.random(random);
  }

  /** What is remembered of the webhook suffices as a rule; who is refused by it is looked up. */
  public Receipt apply(HookRequest request) {
    var receipt =
        switch (receive(webhooks.remembered(request.publicId()), request)) {
          case NotProven(), Changed() -> receive(webhooks.find(request.publicId()), request);
          case Receipt other -> other;
        };
    if (receipt instanceof NotProven) {
      metrics.tell(List.of(Metric.HOOKS_REFUSED.of(1)));
    }
    return receipt;
  }

  private Receipt receive(Optional<KnownWebhook> known, HookRequest request) {
    var proof = proven(known, request);
    return known.isPresent() && proof.isPresent()
        ? receive.apply(
            known.get(), reader.read(known.get().webhook(), proof.get(), request.body()))
        : new NotProven();
  }

  private Optional<Proof> proven(Optional<KnownWebhook> known, HookRequest request) {
    var now = clock.instant();
    var verification = known.map(it -> it.webhook().verification()).orElse(Verification.STANDARD);
    var secrets = known.map(it -> secrets(it, now)).orElse(List.of(nobodys, nobodys));
    return proofs.check(verification, secrets, request, now);
  }

  /** Two in any case, so that looking at them takes as long. */
  private List<WebhookSecret> secrets(KnownWebhook webhook, Instant now) {
    var secret = opened(webhook, webhook.secret());
    return List.of(
        secret, webhook.overlaps(now) ? opened(webhook, webhook.previousSecret()) : secret);
  }

  private WebhookSecret opened(KnownWebhook webhook, @Nullable String sealed) {
    return sealed == null ? nobodys : seal.open(sealed, webhook.subject());
  }
}
