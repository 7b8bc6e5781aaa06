package io.agencytasks.domain.template;

import io.agencytasks.domain.schedule.Schedule;
import io.agencytasks.domain.task.Description;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.TaskPatch;

/** A change of a template; its task is replaced whole. */
public record TemplatePatch(
    Patch<TemplateName> name,
    Patch<Description> description,
    Patch<TaskPatch> task,
    Patch<Schedule> schedule) {}
