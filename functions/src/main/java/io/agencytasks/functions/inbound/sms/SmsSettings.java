package io.agencytasks.functions.inbound.sms;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * By which way text messages come in.
 *
 * @param topicArn of the topic that our numbers' messages are published to
 */
@ConfigurationProperties("sms")
record SmsSettings(String topicArn) {}
