package io.agencytasks.domain.webhook;

import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.template.TemplateId;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is created from.
 *
 * @param secret one that the sender has chosen; null for one of ours
 */
public record NewWebhook(
    WebhookName name,
    Channel channel,
    @Nullable String address,
    boolean enabled,
    @Nullable Verification verification,
    @Nullable WebhookSecret secret,
    @Nullable TemplateId templateId,
    TaskPatch defaults,
    Rules rules) {}
