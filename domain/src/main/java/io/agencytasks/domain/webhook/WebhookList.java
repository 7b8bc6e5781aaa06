package io.agencytasks.domain.webhook;

import java.util.List;

/**
 * A page of an owner's webhooks.
 *
 * @param total how many there are on all pages together
 */
public record WebhookList(List<Webhook> webhooks, long total) {}
