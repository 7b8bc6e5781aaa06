package io.agencytasks.functions.inbound.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.agencytasks.domain.artifact.MessageFile;
import io.agencytasks.domain.inbound.PlainText;
import io.agencytasks.domain.inbound.TaskWish;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.functions.json.Jsonb;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What words say of their task: how they are headed, what they say, and what came with them. */
final class MailWish {
  /** As much as a task's metadata may measure. */
  private static final int MOST_BYTES = 8 * 1024;

  private MailWish() {}

  static TaskWish of(Webhook webhook, String subject, String text, List<MessageFile> attachments) {
    return new TaskWish(
        PlainText.title(subject).or(() -> PlainText.title(text)).orElse(null),
        text.isBlank() ? null : PlainText.description(text),
        null,
        null,
        null,
        null,
        metadata(webhook.defaults().metadata().given(), attachments),
        null);
  }

  /** Over the webhook's own; null where there is nothing to say, or no room for it. */
  private static @Nullable Json metadata(@Nullable Json there, List<MessageFile> attachments) {
    if (attachments.isEmpty()) {
      return null;
    }
    var metadata = Jsonb.object(there);
    var list = metadata.putArray("attachments");
    attachments.forEach(
        file ->
            list.addObject()
                .put("name", file.name())
                .put("contentType", file.contentType())
                .put("bytes", file.bytes()));
    var json = Jsonb.render(metadata);
    return json.text().getBytes(UTF_8).length <= MOST_BYTES ? json : null;
  }
}
