package io.agencytasks.functions.aws;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * Who mail comes from.
 *
 * @param from an address that SES knows to be ours
 */
@ConfigurationProperties("mail")
record MailSettings(String from) {}
