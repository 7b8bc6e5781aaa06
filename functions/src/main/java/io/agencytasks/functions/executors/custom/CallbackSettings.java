package io.agencytasks.functions.executors.custom;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * Where callbacks are sent to.
 *
 * @param url what each token is put behind, with a slash between: {@code https://…/v1/callbacks}
 */
@ConfigurationProperties("callbacks")
record CallbackSettings(String url) {}
