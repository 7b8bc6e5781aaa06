package io.agencytasks.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.domain.inbound.MessageBody;
import io.agencytasks.domain.inbound.MessageOutcome;
import io.agencytasks.domain.inbound.Trial;
import io.agencytasks.domain.inbound.TryMessage;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.NewTask;
import io.agencytasks.domain.task.Text;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/webhooks/{id}/dry-run}. */
public final class TryMessageFunction extends HttpFunction {
  private static final int MOST_BYTES = 128 * 1024;
  private static final Decoder<String> TYPE = Decoders.text(type -> Text.check(type, 1, 200));

  private final TryMessage tryMessage;

  public TryMessageFunction() {
    this(FunctionContext.lazy());
  }

  TryMessageFunction(ApplicationContext context) {
    super(context);
    this.tryMessage = context.getBean(TryMessage.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var id = request.webhookId();
    var in = request.body();
    var type = in.optional("contentType", TYPE, "application/json");
    var payload = in.required("payload", TryMessageFunction::bytes);
    in.end();
    return tryMessage
        .apply(request.owner(), id, new MessageBody(type.get(), payload.get()))
        .map(trial -> Answer.ok(Shown.of(trial)))
        .orElseGet(Refusals::webhookNotFound);
  }

  /** A text is the body as it is; anything else is what is written as JSON in it. */
  private static byte[] bytes(JsonNode payload) {
    var json = StoredJson.of(payload, MOST_BYTES).text();
    var text = payload.isTextual() ? payload.textValue() : json;
    return text.getBytes(StandardCharsets.UTF_8);
  }

  record Shown(
      MessageOutcome outcome,
      @Nullable String outcomeReason,
      List<Fault> errors,
      @Nullable NewTask task) {
    static Shown of(Trial trial) {
      return switch (trial) {
        case Trial.Made(var task) -> new Shown(MessageOutcome.TASK, null, List.of(), task);
        case Trial.Refused(var faults) -> new Shown(MessageOutcome.REFUSED, null, faults, null);
        case Trial.Kept(var outcome, var why) -> new Shown(outcome, why, List.of(), null);
      };
    }
  }
}
