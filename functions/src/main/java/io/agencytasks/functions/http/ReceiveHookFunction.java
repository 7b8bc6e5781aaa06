package io.agencytasks.functions.http;

import io.agencytasks.domain.inbound.HookRequest;
import io.agencytasks.domain.inbound.MessageBody;
import io.agencytasks.domain.inbound.PlainText;
import io.agencytasks.domain.inbound.Receipt.Changed;
import io.agencytasks.domain.inbound.Receipt.NotProven;
import io.agencytasks.domain.inbound.Receipt.Repeated;
import io.agencytasks.domain.inbound.Receipt.Taken;
import io.agencytasks.domain.inbound.Receipt.TooMany;
import io.agencytasks.domain.inbound.ReceiveHook;
import io.agencytasks.domain.task.Text;
import io.agencytasks.functions.http.ShownReceipt.ToSender;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.Optional;

/** {@code POST /v1/hooks/{publicId}}: whoever can prove to be one of a webhook's senders. */
public final class ReceiveHookFunction extends HttpFunction {
  private static final int MOST_TYPE = 200;
  private static final int MOST_TOKEN = 200;

  private final ReceiveHook receiveHook;

  public ReceiveHookFunction() {
    this(FunctionContext.lazy());
  }

  ReceiveHookFunction(ApplicationContext context) {
    super(context);
    this.receiveHook = context.getBean(ReceiveHook.class);
  }

  @Override
  Answer answer(Request request) {
    var publicId = request.publicId();
    var query = request.query();
    var token =
        query.nullable("token", Parameters.anyText(it -> Text.checkNotBlank(it, MOST_TOKEN)));
    query.end();
    var body =
        new MessageBody(PlainText.of(request.header("content-type"), MOST_TYPE), request.bytes());
    var hook = new HookRequest(publicId, request.headers(), Optional.ofNullable(token.get()), body);
    return switch (receiveHook.apply(hook)) {
      case Taken(var message, var outcome, var task) -> Answer.accepted(ToSender.of(message, task));
      case Repeated(var message, var task) -> Answer.ok(ToSender.of(message, task));
      case TooMany(var retryAfter) -> Refusals.tooMany(retryAfter);
      case NotProven() -> Refusals.notProven();
      case Changed() -> Refusals.changing();
    };
  }
}
