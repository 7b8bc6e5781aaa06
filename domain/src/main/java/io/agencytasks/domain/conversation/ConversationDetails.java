package io.agencytasks.domain.conversation;

import io.agencytasks.domain.artifact.ArtifactLinks;
import io.agencytasks.domain.history.History;
import io.agencytasks.domain.inbound.Message;

/**
 * A conversation with what was said in it.
 *
 * @param messages newest first, each with its task
 */
public record ConversationDetails(Conversation conversation, History<Message> messages) {

  /** The same, with links to the messages' files. */
  ConversationDetails linkedBy(ArtifactLinks links) {
    return new ConversationDetails(
        conversation,
        new History<>(
            messages.entries().stream().map(it -> it.linkedBy(links)).toList(), messages.total()));
  }
}
