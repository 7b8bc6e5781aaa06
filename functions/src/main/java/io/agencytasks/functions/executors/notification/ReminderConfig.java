package io.agencytasks.functions.executors.notification;

import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.Decoded;
import java.util.Optional;

/**
 * How a reminder reaches its task's owner. An empty one will do.
 *
 * @param note what to say besides the task's own words, at most {@value #MAX_NOTE} characters
 * @param email whether to write to the owner's address
 * @param webhook what to call besides, or instead
 */
record ReminderConfig(Optional<String> note, boolean email, Optional<Recipient> webhook) {
  static final int MAX_NOTE = 2_000;

  private static final String EMAIL = "email";

  static Decoded<ReminderConfig> decode(Json json) {
    var fields = ConfigFields.of(json);
    var note = NotificationConfig.bounded("note", MAX_NOTE, fields);
    boolean email = fields.flag(EMAIL).orElse(true);
    var webhook =
        fields.object("webhook").flatMap(within -> RecipientsField.webhook("url", within));
    if (!email && fields.value("webhook").isEmpty()) {
      fields.fault(EMAIL, "must not be false without a webhook: nobody would be reminded");
    }
    var faults = fields.faults();
    return faults.isEmpty()
        ? new Decoded.Valid<>(new ReminderConfig(note, email, webhook))
        : new Decoded.Invalid<>(faults);
  }
}
