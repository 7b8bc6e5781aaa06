package io.agencytasks.domain.notification;

import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.Unavailable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reminder needs to know of its task. */
public interface RemindedTasks {

  /**
   * A task, and where its owner can be reached.
   *
   * @param email as the owner's token claims it, which may be no address at all
   */
  record RemindedTask(
      @Nullable String email,
      String title,
      @Nullable String description,
      @Nullable Instant deadline) {}

  /**
   * Finds it among its owner's; empty where it is gone.
   *
   * @throws Unavailable when nobody can tell just now
   */
  Optional<RemindedTask> find(long userId, TaskId task);
}
