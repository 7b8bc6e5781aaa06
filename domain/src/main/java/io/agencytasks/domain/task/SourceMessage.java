package io.agencytasks.domain.task;

import io.agencytasks.domain.artifact.ArtifactLinks;
import io.agencytasks.domain.artifact.MessageFile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The message that a task was made from (FR-011.5).
 *
 * @param body its first 16 KiB; the first of the attachments is all of it where there is more
 */
public record SourceMessage(
    long id,
    String source,
    @Nullable String sender,
    @Nullable String subject,
    @Nullable String body,
    @Nullable Json verdicts,
    List<MessageFile> attachments,
    Instant receivedAt) {

  /** The same, with links to its files. */
  SourceMessage linkedBy(long userId, ArtifactLinks links) {
    return new SourceMessage(
        id,
        source,
        sender,
        subject,
        body,
        verdicts,
        attachments.stream().map(file -> links.link(userId, file)).toList(),
        receivedAt);
  }
}
