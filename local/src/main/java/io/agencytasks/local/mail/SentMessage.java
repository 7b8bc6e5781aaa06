package io.agencytasks.local.mail;

import java.time.Instant;
import java.util.List;

/**
 * A message that was taken to be sent.
 *
 * @param kind {@code email} or {@code sms}
 * @param from empty for text messages, which come from a number of AWS's choice
 * @param html empty where there is none
 */
public record SentMessage(
    String id,
    Instant at,
    String kind,
    String from,
    List<String> to,
    String subject,
    String text,
    String html) {}
