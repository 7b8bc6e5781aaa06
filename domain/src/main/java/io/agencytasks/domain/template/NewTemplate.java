package io.agencytasks.domain.template;

import io.agencytasks.domain.schedule.Schedule;
import io.agencytasks.domain.task.Description;
import io.agencytasks.domain.task.TaskPatch;
import org.jspecify.annotations.Nullable;

/** What a template is created from. */
public record NewTemplate(
    TemplateName name,
    @Nullable Description description,
    TaskPatch task,
    @Nullable Schedule schedule) {}
