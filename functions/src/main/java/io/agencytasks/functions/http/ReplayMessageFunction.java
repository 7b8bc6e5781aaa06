package io.agencytasks.functions.http;

import io.agencytasks.domain.inbound.Replay.AlreadyDone;
import io.agencytasks.domain.inbound.Replay.Changed;
import io.agencytasks.domain.inbound.Replay.NotFound;
import io.agencytasks.domain.inbound.Replay.Replayed;
import io.agencytasks.domain.inbound.ReplayMessage;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;

/** {@code POST /v1/webhooks/{id}/messages/{messageId}/replay}. */
public final class ReplayMessageFunction extends HttpFunction {
  private final ReplayMessage replayMessage;

  public ReplayMessageFunction() {
    this(FunctionContext.lazy());
  }

  ReplayMessageFunction(ApplicationContext context) {
    super(context);
    this.replayMessage = context.getBean(ReplayMessage.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var webhook = request.webhookId();
    var message = request.messageId();
    request.optionalBody().end();
    return switch (replayMessage.apply(request.owner(), webhook, message)) {
      case Replayed(var taken) -> Answer.ok(ShownReceipt.of(taken));
      case AlreadyDone(var task) ->
          Refusals.conflict(
              task.map(id -> "Task %d came of this message already.".formatted(id.value()))
                  .orElse("A task came of this message already."));
      case NotFound() -> Refusals.messageNotFound();
      case Changed() -> Refusals.conflict("It was changed in this moment; send it again.");
    };
  }
}
