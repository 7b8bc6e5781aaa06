package io.agencytasks.functions.executors.custom;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.OutcomeReader;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.secret.SecretValue;
import io.agencytasks.domain.task.Unavailable;
import io.agencytasks.functions.outbound.HttpSender;
import io.agencytasks.functions.outbound.Sent.Answered;
import io.agencytasks.functions.outbound.Sent.Unanswered;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Hands tasks over: signs the message, notes its token, posts it, and reads what is answered. */
@Singleton
final class Handover {
  private final HttpSender sender;
  private final Invitations invitations;
  private final OutcomeReader outcomes;
  private final Clock clock;

  Handover(HttpSender sender, Invitations invitations, OutcomeReader outcomes, Clock clock) {
    this.sender = sender;
    this.invitations = invitations;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  Outcome of(CustomConfig config, ClaimedExecution execution, SecretValue secret, Records records)
      throws InterruptedException {
    var invitation = invitations.of(config);
    var request = TaskMessage.of(config, execution, invitation, secret, clock.instant());
    if (request.isEmpty()) {
      return Unsent.signed(config.secret());
    }
    try {
      if (!invitations.note(invitation, config, execution)) {
        return Unsent.ended();
      }
    } catch (Unavailable outage) {
      return Unsent.noted(outage);
    }
    var call = "POST " + config.url().host();
    var verdict = new Verdict(call, invitation, outcomes, records.log());
    return switch (sender.send(request.get(), config.timeout(), Verdict::reads)) {
      case Answered(var answer, var _, var end) -> verdict.of(answer, end);
      case Unanswered(var outcome) -> outcome;
    };
  }
}
