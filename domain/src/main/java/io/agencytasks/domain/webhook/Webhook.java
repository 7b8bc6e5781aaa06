package io.agencytasks.domain.webhook;

import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.template.TemplateId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where messages come in.
 *
 * @param publicId what its URL ends with, which nobody can guess
 * @param address a number or mailbox; null where it has a URL
 * @param verification null where the channel itself vouches for senders
 * @param templateId what tasks start with; null where they start with the defaults alone
 * @param defaults what tasks start with, over the template's
 * @param previousUntil until when the secret before this one counts as well
 * @param version counts changes; the ETag
 */
public record Webhook(
    WebhookId id,
    UUID publicId,
    String name,
    Channel channel,
    @Nullable String address,
    boolean enabled,
    @Nullable Verification verification,
    @Nullable TemplateId templateId,
    TaskPatch defaults,
    Rules rules,
    @Nullable Instant previousUntil,
    Instant createdAt,
    Instant updatedAt,
    int version) {}
