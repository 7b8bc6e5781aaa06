package io.agencytasks.functions.aws;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * Where the key is that webhooks' secrets are sealed with.
 *
 * @param keyName of a secret in Secrets Manager, which is made when it is first needed
 */
@ConfigurationProperties("webhook")
record WebhookSettings(String keyName) {}
