package io.agencytasks.functions.http;

import io.agencytasks.domain.execution.CallbackToken;
import io.agencytasks.domain.execution.TakeCallback;
import io.agencytasks.functions.trace.Trace;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.Map;

/**
 * {@code POST /v1/callbacks/{token}}: tells how far an execution is that goes on elsewhere, or how
 * it ended. Asks for no other token than the one in its path.
 */
public final class CallbackFunction extends HttpFunction {
  private static final int MOST_BYTES = 64 * 1024;

  private final TakeCallback takeCallback;

  public CallbackFunction() {
    this(FunctionContext.lazy());
  }

  CallbackFunction(ApplicationContext context) {
    super(context);
    this.takeCallback = context.getBean(TakeCallback.class);
  }

  @Override
  Answer answer(Request request) {
    request.takesNoQuery();
    var callback = CallbackInput.read(request.body(MOST_BYTES));
    var task =
        CallbackToken.read(request.pathParameter("token"))
            .flatMap(token -> takeCallback.apply(token, callback));
    task.ifPresent(id -> Trace.about(id.value()));
    return task.isPresent() ? Answer.ok(Map.of("accepted", true)) : Refusals.callbackNotFound();
  }
}
