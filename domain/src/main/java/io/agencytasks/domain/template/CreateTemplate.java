package io.agencytasks.domain.template;

import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.task.TypeVerdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Saves a part of a task under a name (G7). */
public final class CreateTemplate {

  /** Keeps a new template, in one statement. */
  public interface Store {

    /**
     * Stores it; its owner's row is made at first sight. One with a schedule must be a whole task.
     *
     * @param nextRunAt the first time of its schedule
     * @param verdicts what the task types say of having no configuration
     */
    Saving create(
        Owner owner,
        NewTemplate template,
        CheckedTask task,
        @Nullable Instant nextRunAt,
        Map<TaskType, TypeVerdict> verdicts);
  }

  private final Store templates;
  private final TaskTypes types;
  private final Clock clock;

  public CreateTemplate(Store templates, TaskTypes types, Clock clock) {
    this.templates = templates;
    this.types = types;
    this.clock = clock;
  }

  public Saving apply(Owner owner, NewTemplate template) {
    var schedule = template.schedule();
    return templates.create(
        owner,
        template,
        CheckedTask.of(template.task(), types),
        schedule == null ? null : schedule.nextAfter(clock.instant()),
        types.judge(null));
  }
}
