package io.agencytasks.domain.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The message that a task was made from (FR-011.5). */
public record SourceMessage(
    long id,
    String source,
    @Nullable String sender,
    @Nullable String subject,
    @Nullable String body,
    @Nullable Json verdicts,
    @Nullable Json attachments,
    Instant receivedAt) {}
