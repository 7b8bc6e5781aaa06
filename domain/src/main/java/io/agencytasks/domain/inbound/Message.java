package io.agencytasks.domain.inbound;

import io.agencytasks.domain.artifact.ArtifactLinks;
import io.agencytasks.domain.artifact.MessageFile;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.webhook.Channel;
import io.agencytasks.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that came in, as its owner sees it.
 *
 * @param body its first 16 KiB; the first of the attachments is all of it where there is more
 * @param outcomeReason why no task was made of it
 * @param task that was made of it, or that it was the input of
 * @param repeats how often it came again
 */
public record Message(
    MessageId id,
    long userId,
    WebhookId webhookId,
    @Nullable ConversationId conversationId,
    Channel source,
    String externalId,
    @Nullable String sender,
    @Nullable String subject,
    @Nullable String contentType,
    @Nullable String body,
    List<MessageFile> attachments,
    @Nullable Json verdicts,
    MessageOutcome outcome,
    @Nullable String outcomeReason,
    @Nullable Task task,
    int repeats,
    Instant receivedAt) {

  /** What came of it. */
  public record Task(TaskId id, String title, TaskStatus status) {}

  /** The same, with links to its files. */
  public Message linkedBy(ArtifactLinks links) {
    return new Message(
        id,
        userId,
        webhookId,
        conversationId,
        source,
        externalId,
        sender,
        subject,
        contentType,
        body,
        attachments.stream().map(file -> links.link(userId, file)).toList(),
        verdicts,
        outcome,
        outcomeReason,
        task,
        repeats,
        receivedAt);
  }
}
