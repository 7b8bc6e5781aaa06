package io.agencytasks.domain.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task with what surrounds it (US-014).
 *
 * @param executions the last ten, newest first (FR-011.4)
 */
public record TaskDetails(
    Task task, List<Execution> executions, @Nullable SourceMessage sourceMessage) {}
