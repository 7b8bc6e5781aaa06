package io.agencytasks.functions.aws;

import io.micronaut.context.annotation.ConfigurationProperties;

/** Which bus the events go to. */
@ConfigurationProperties("event-bus")
record EventBusSettings(String name) {}
