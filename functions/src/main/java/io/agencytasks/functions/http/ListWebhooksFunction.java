package io.agencytasks.functions.http;

import io.agencytasks.domain.webhook.ListWebhooks;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/** {@code GET /v1/webhooks}. */
public final class ListWebhooksFunction extends HttpFunction {
  private final ListWebhooks listWebhooks;

  public ListWebhooksFunction() {
    this(FunctionContext.lazy());
  }

  ListWebhooksFunction(ApplicationContext context) {
    super(context);
    this.listWebhooks = context.getBean(ListWebhooks.class);
  }

  @Override
  Answer answer(Request request) {
    var stretch = StretchInput.read(request.query(), 50);
    var list = listWebhooks.apply(request.owner(), stretch);
    return Answer.ok(
        new Shown(
            list.webhooks().stream().map(ShownWebhook::of).toList(),
            list.total(),
            stretch.limit(),
            stretch.offset()));
  }

  record Shown(List<ShownWebhook> webhooks, long total, int limit, int offset) {}
}
