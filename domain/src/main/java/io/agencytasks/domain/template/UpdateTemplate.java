package io.agencytasks.domain.template;

import io.agencytasks.domain.change.IfMatch;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.task.TypeVerdict;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes a template; the tasks that were made from it stay as they are (G7). */
public final class UpdateTemplate {

  /** Changes a template, in one statement. */
  public interface Store {

    /**
     * Changes it; one with a schedule must stay a whole task.
     *
     * @param nextRunAt the first time of a schedule that the patch gives
     * @param verdicts what the task types say of having no configuration
     */
    Saving update(
        Owner owner,
        TemplateId id,
        IfMatch ifMatch,
        TemplatePatch patch,
        Patch<CheckedTask> task,
        @Nullable Instant nextRunAt,
        Map<TaskType, TypeVerdict> verdicts);
  }

  private final Store templates;
  private final TaskTypes types;
  private final Clock clock;

  public UpdateTemplate(Store templates, TaskTypes types, Clock clock) {
    this.templates = templates;
    this.types = types;
    this.clock = clock;
  }

  public Saving apply(Owner owner, TemplateId id, IfMatch ifMatch, TemplatePatch patch) {
    var schedule = patch.schedule().given();
    return templates.update(
        owner,
        id,
        ifMatch,
        patch,
        patch.task().map(it -> CheckedTask.of(it, types)),
        schedule == null ? null : schedule.nextAfter(clock.instant()),
        types.judge(null));
  }
}
