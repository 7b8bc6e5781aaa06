package io.agencytasks.domain.conversation;

import java.util.List;

/**
 * A page of an owner's conversations.
 *
 * @param total how many there are on all pages together
 */
public record ConversationList(List<Conversation> conversations, long total) {}
