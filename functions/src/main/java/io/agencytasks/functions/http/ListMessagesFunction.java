package io.agencytasks.functions.http;

import io.agencytasks.domain.history.History;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.inbound.ListMessages;
import io.agencytasks.domain.inbound.Message;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/** {@code GET /v1/webhooks/{id}/messages}. */
public final class ListMessagesFunction extends HttpFunction {
  private final ListMessages listMessages;

  public ListMessagesFunction() {
    this(FunctionContext.lazy());
  }

  ListMessagesFunction(ApplicationContext context) {
    super(context);
    this.listMessages = context.getBean(ListMessages.class);
  }

  @Override
  Answer answer(Request request) {
    var stretch = StretchInput.read(request.query(), 50);
    return listMessages
        .apply(request.owner(), request.webhookId(), stretch)
        .map(history -> Answer.ok(Shown.of(history, stretch)))
        .orElseGet(Refusals::webhookNotFound);
  }

  record Shown(List<Message> messages, long total, int limit, int offset) {
    static Shown of(History<Message> history, Stretch stretch) {
      return new Shown(history.entries(), history.total(), stretch.limit(), stretch.offset());
    }
  }
}
