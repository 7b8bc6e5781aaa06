package io.agencytasks.domain.conversation;

import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.task.Owner;

/** Shows an owner's conversations, the one that was last spoken in first. */
public final class ListConversations {

  /** Reads a page of conversations, in one statement. */
  public interface Store {
    ConversationList list(Owner owner, Stretch stretch);
  }

  private final Store conversations;

  public ListConversations(Store conversations) {
    this.conversations = conversations;
  }

  public ConversationList apply(Owner owner, Stretch stretch) {
    return conversations.list(owner, stretch);
  }
}
