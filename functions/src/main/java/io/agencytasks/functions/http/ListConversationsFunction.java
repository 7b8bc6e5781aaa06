package io.agencytasks.functions.http;

import io.agencytasks.domain.conversation.Conversation;
import io.agencytasks.domain.conversation.ListConversations;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/** {@code GET /v1/conversations}. */
public final class ListConversationsFunction extends HttpFunction {
  private final ListConversations listConversations;

  public ListConversationsFunction() {
    this(FunctionContext.lazy());
  }

  ListConversationsFunction(ApplicationContext context) {
    super(context);
    this.listConversations = context.getBean(ListConversations.class);
  }

  @Override
  Answer answer(Request request) {
    var stretch = StretchInput.read(request.query(), 50);
    var list = listConversations.apply(request.owner(), stretch);
    return Answer.ok(
        new Shown(list.conversations(), list.total(), stretch.limit(), stretch.offset()));
  }

  record Shown(List<Conversation> conversations, long total, int limit, int offset) {}
}
