package io.agencytasks.domain.sweep;

import io.agencytasks.domain.task.Creation;
import org.jspecify.annotations.Nullable;

/**
 * What became of a time of a schedule.
 *
 * @param settled whether it is dealt with; otherwise it comes up again
 * @param creation what came of making its task; null where none was to be made
 */
public record Recurrence(boolean settled, @Nullable Creation creation) {}
