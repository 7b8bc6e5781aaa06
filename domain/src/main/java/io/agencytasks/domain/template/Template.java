package io.agencytasks.domain.template;

import io.agencytasks.domain.schedule.Schedule;
import io.agencytasks.domain.task.TaskPatch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A saved part of a task (G7).
 *
 * @param task what tasks that are made from it start with; the rest has its defaults
 * @param nextRunAt the next time of its schedule; null where none comes
 * @param lastRunAt the last time of its schedule that a task was made for
 * @param version counts changes; the ETag
 */
public record Template(
    TemplateId id,
    String name,
    @Nullable String description,
    TaskPatch task,
    @Nullable Schedule schedule,
    @Nullable Instant nextRunAt,
    @Nullable Instant lastRunAt,
    Instant createdAt,
    Instant updatedAt,
    int version) {}
