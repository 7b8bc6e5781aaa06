package io.agencytasks.functions.executors.custom;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.task.Unavailable;
import java.util.Optional;

/** The outcomes of attempts that posted nothing. */
final class Unsent {
  private Unsent() {}

  /** Its token could not be noted. */
  static Outcome noted(Unavailable outage) {
    return new Outcome.Retry(
        new Failure(
            "DATABASE_UNAVAILABLE",
            "The task was not posted: that it may be called back cannot be noted just now."),
        Optional.of(outage.retryAfter()));
  }

  /** It is no longer running, so nobody will read this. */
  static Outcome ended() {
    return new Outcome.GiveUp(
        new Failure("ENDED", "The task was not posted: the execution had ended before."));
  }

  static Outcome signed(SecretName secret) {
    return new Outcome.GiveUp(
        new Failure(
            "SECRET_UNUSABLE",
            "The task was not posted: the secret %s is none to sign with. Put whsec_ and 24 to 64 random bytes in Base64, then execute the task again."
                .formatted(secret.value())));
  }
}
