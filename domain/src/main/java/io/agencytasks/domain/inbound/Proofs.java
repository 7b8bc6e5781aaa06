package io.agencytasks.domain.inbound;

import io.agencytasks.domain.webhook.Verification;
import io.agencytasks.domain.webhook.WebhookSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Knows the ways in which senders prove that a request is theirs. */
public interface Proofs {

  /**
   * Looks at a request; what that takes tells nobody how near a forgery came.
   *
   * @param secrets any of which will do
   * @return empty where it is not proven
   */
  Optional<Proof> check(
      Verification verification, List<WebhookSecret> secrets, HookRequest request, Instant now);
}
