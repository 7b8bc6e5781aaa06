package io.agencytasks.domain.webhook;

import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.template.TemplateId;

/** A change of a webhook; its defaults and rules are replaced whole. */
public record WebhookPatch(
    Patch<WebhookName> name,
    Patch<String> address,
    Patch<Boolean> enabled,
    Patch<TemplateId> templateId,
    Patch<TaskPatch> defaults,
    Patch<Rules> rules) {}
