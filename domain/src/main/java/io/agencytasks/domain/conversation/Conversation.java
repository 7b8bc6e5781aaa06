package io.agencytasks.domain.conversation;

import io.agencytasks.domain.inbound.ConversationId;
import io.agencytasks.domain.webhook.Channel;
import io.agencytasks.domain.webhook.WebhookId;
import java.time.Instant;

/**
 * Messages that belong together.
 *
 * @param webhookId by which they came; it may be gone
 * @param counterpart who it is with, as the first message says
 */
public record Conversation(
    ConversationId id,
    WebhookId webhookId,
    Channel channel,
    String counterpart,
    Instant createdAt,
    Instant lastMessageAt) {}
