package io.agencytasks.functions.aws;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * Where the users' secrets are kept.
 *
 * @param prefix what all their names begin with, before a slash
 */
@ConfigurationProperties("secrets")
record SecretSettings(String prefix) {}
