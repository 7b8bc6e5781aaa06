package io.agencytasks.domain.task;

import io.agencytasks.domain.artifact.ArtifactLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task with what surrounds it (US-014).
 *
 * @param executions the last ten, newest first (FR-011.4)
 */
public record TaskDetails(
    Task task, List<Execution> executions, @Nullable SourceMessage sourceMessage) {

  /** The same, with links to what its executions left behind and what came with its message. */
  TaskDetails linkedBy(ArtifactLinks links) {
    return new TaskDetails(
        task,
        executions.stream().map(it -> it.linkedBy(links)).toList(),
        sourceMessage == null ? null : sourceMessage.linkedBy(task.summary().userId(), links));
  }
}
