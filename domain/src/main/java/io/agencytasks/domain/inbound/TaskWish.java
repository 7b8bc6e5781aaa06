package io.agencytasks.domain.inbound;

import io.agencytasks.domain.task.Description;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.Title;
import io.agencytasks.domain.task.Urgency;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a message says of its task; the webhook's defaults say the rest. */
public record TaskWish(
    @Nullable Title title,
    @Nullable Description description,
    @Nullable Priority priority,
    @Nullable Urgency urgency,
    @Nullable Instant scheduledFor,
    @Nullable Instant deadline,
    @Nullable Json metadata,
    @Nullable Json executionConfig) {

  /** That of a message without fields: how it is headed, and what it says. */
  public static TaskWish of(@Nullable Title title, @Nullable Description description) {
    return new TaskWish(title, description, null, null, null, null, null, null);
  }

  /**
   * What it says, over the defaults.
   *
   * @param reviewed whether a person must look at the task first
   */
  TaskPatch over(boolean reviewed) {
    return new TaskPatch(
        given(title),
        given(description),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        given(priority),
        given(urgency),
        new Patch.Keep<>(),
        reviewed ? new Patch.Set<>(true) : new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        given(executionConfig),
        given(scheduledFor),
        given(deadline),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        given(metadata),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>());
  }

  private static <T> Patch<T> given(@Nullable T value) {
    return value == null ? new Patch.Keep<>() : new Patch.Set<>(value);
  }
}
