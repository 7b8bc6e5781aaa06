package io.agencytasks.functions.aws;

import io.micronaut.context.annotation.ConfigurationProperties;

/** Which queue the doorbells go to. */
@ConfigurationProperties("doorbells")
record QueueSettings(String queueUrl) {}
