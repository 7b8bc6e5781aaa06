package io.agencytasks.functions.inbound.email;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * Where mail comes from: all else is refused.
 *
 * @param bucket that SES puts it into
 * @param topicArn that SES tells of it
 */
@ConfigurationProperties("inbound-mail")
record InboundMailSettings(String bucket, String topicArn) {}
