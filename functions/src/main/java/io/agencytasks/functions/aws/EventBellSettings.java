package io.agencytasks.functions.aws;

import io.micronaut.context.annotation.ConfigurationProperties;

/** Which queue the bells go to that tell of events. */
@ConfigurationProperties("event-bells")
record EventBellSettings(String queueUrl) {}
