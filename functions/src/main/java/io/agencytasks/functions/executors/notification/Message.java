package io.agencytasks.functions.executors.notification;

import io.agencytasks.domain.task.Json;
import java.util.Optional;

/**
 * What all recipients of a task are told, each in its own form.
 *
 * @param subject of mails
 * @param html of mails
 * @param payload what webhooks are sent: the same bytes from attempt to attempt
 */
record Message(String subject, String text, Optional<String> html, Json payload) {}
