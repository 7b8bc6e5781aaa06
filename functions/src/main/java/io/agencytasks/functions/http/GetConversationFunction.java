package io.agencytasks.functions.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.agencytasks.domain.conversation.Conversation;
import io.agencytasks.domain.conversation.ConversationDetails;
import io.agencytasks.domain.conversation.GetConversation;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.inbound.Message;
import io.agencytasks.functions.wiring.FunctionContext;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/** {@code GET /v1/conversations/{id}}. */
public final class GetConversationFunction extends HttpFunction {
  private final GetConversation getConversation;

  public GetConversationFunction() {
    this(FunctionContext.lazy());
  }

  GetConversationFunction(ApplicationContext context) {
    super(context);
    this.getConversation = context.getBean(GetConversation.class);
  }

  @Override
  Answer answer(Request request) {
    var stretch = StretchInput.read(request.query(), 50);
    return getConversation
        .apply(request.owner(), request.conversationId(), stretch)
        .map(details -> Answer.ok(Shown.of(details, stretch)))
        .orElseGet(Refusals::conversationNotFound);
  }

  /** The conversation's own fields, and a page of what was said in it. */
  record Shown(
      @JsonUnwrapped Conversation conversation,
      List<Message> messages,
      long total,
      int limit,
      int offset) {
    static Shown of(ConversationDetails details, Stretch stretch) {
      var messages = details.messages();
      return new Shown(
          details.conversation(),
          messages.entries(),
          messages.total(),
          stretch.limit(),
          stretch.offset());
    }
  }
}
