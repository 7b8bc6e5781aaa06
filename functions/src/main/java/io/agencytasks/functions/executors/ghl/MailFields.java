package io.agencytasks.functions.executors.ghl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.functions.executors.ConfigFields;

/** The rules for a mail. */
final class MailFields {
  private static final int MAX_HTML = 10_000;
  private static final int MAX_ADDRESS = 320;

  private MailFields() {}

  static ObjectNode read(BodyFields message, ConfigFields config) {
    if (config.value("html").isEmpty() && config.value("message").isEmpty()) {
      config.fault("html", "or message must be there");
    }
    return message
        .must("subject")
        .text("subject", 500)
        .text("html", MAX_HTML)
        .text("emailFrom", MAX_ADDRESS)
        .text("emailTo", MAX_ADDRESS)
        .texts("emailCc", 20, MAX_ADDRESS)
        .texts("emailBcc", 20, MAX_ADDRESS)
        .body();
  }
}
