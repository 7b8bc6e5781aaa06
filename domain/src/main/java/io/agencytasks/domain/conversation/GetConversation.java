package io.agencytasks.domain.conversation;

import io.agencytasks.domain.artifact.ArtifactLinks;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.inbound.ConversationId;
import io.agencytasks.domain.task.Owner;
import java.util.Optional;

/** Shows what was said in a conversation, and the tasks that came of it. */
public final class GetConversation {

  /** Reads a conversation with a page of its messages. */
  public interface Store {

    /** One statement, but for a page that outgrows one answer of the database. */
    Optional<ConversationDetails> find(Owner owner, ConversationId id, Stretch stretch);
  }

  private final Store conversations;
  private final ArtifactLinks links;

  public GetConversation(Store conversations, ArtifactLinks links) {
    this.conversations = conversations;
    this.links = links;
  }

  public Optional<ConversationDetails> apply(Owner owner, ConversationId id, Stretch stretch) {
    return conversations.find(owner, id, stretch).map(found -> found.linkedBy(links));
  }
}
