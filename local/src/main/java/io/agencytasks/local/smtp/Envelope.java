package io.agencytasks.local.smtp;

import java.nio.file.Path;
import java.util.List;

/**
 * A mail as SMTP has handed it over.
 *
 * @param from whom its bounces go to; empty for nobody
 * @param content as it was sent
 */
record Envelope(String from, List<String> recipients, Path content) {
  Envelope {
    recipients = List.copyOf(recipients);
  }

  Envelope to(List<String> some) {
    return new Envelope(from, some, content);
  }
}
