package io.agencytasks.domain.webhook;

import io.agencytasks.domain.task.Text;

/** What a webhook is called: 1 to 200 characters, not blank. */
public record WebhookName(String value) {
  public WebhookName {
    Text.checkNotBlank(value, 200);
  }
}
