package io.agencytasks.domain.sweep;

import io.agencytasks.domain.schedule.Turn;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.task.TypeVerdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes tasks from templates whose schedules are due before the next sweep, each time once. */
public record RecurTasks(
    Templates templates,
    Store store,
    Doorbell doorbell,
    EventBell events,
    TaskTypes types,
    Clock clock)
    implements SweepPart {
  private static final Logger log = LoggerFactory.getLogger(RecurTasks.class);

  private static final int AT_MOST = 200;

  /** A little more than the time to the next round, so that nothing falls between two. */
  private static final Duration HORIZON = Duration.ofSeconds(75);

  /** Finds the templates whose schedules are due. */
  public interface Templates {

    /** Those that are due by then, the longest due first; one statement. */
    List<DueTemplate> due(Instant by, int atMost);
  }

  /** Makes tasks by schedules. */
  public interface Store {

    /**
     * Makes the task of a time, or passes over it, and sets the template to its next time; nothing
     * where somebody has done so already. One statement.
     *
     * @param come whether the time has come: until then, an earlier task may still end
     * @param verdicts what the task types say of having no configuration
     */
    Recurrence recur(
        DueTemplate template, Turn turn, boolean come, Map<TaskType, TypeVerdict> verdicts);
  }

  @Override
  public String counts() {
    return "recurred";
  }

  @Override
  public int apply() {
    var now = clock.instant();
    var verdicts = types.judge(null);
    return templates.due(now.plus(HORIZON), AT_MOST).stream()
        .mapToInt(template -> recur(template, now, verdicts))
        .sum();
  }

  private int recur(DueTemplate template, Instant now, Map<TaskType, TypeVerdict> verdicts) {
    int made = 0;
    var due = template;
    while (due != null) {
      var turn = due.schedule().turn(due.nextRunAt(), now);
      var recurrence = store.recur(due, turn, !turn.occurrence().isAfter(now), verdicts);
      if (!recurrence.settled()) {
        break;
      }
      made += made(due, recurrence.creation());
      due = next(due, turn, now);
    }
    return made;
  }

  private static @Nullable DueTemplate next(DueTemplate template, Turn turn, Instant now) {
    var next = turn.next();
    return next == null || next.isAfter(now.plus(HORIZON)) ? null : template.at(next);
  }

  private int made(DueTemplate template, @Nullable Creation creation) {
    return switch (creation) {
      case Creation.Created created -> {
        created.ring(doorbell, events);
        yield 1;
      }
      case Creation.Refused(var faults) -> {
        log.atWarn()
            .addKeyValue("template", template.id().value())
            .addKeyValue("fields", faults.stream().map(fault -> fault.field()).toList())
            .log("no task can be made from this template any more");
        yield 0;
      }
      case Creation.Drafted _, Creation.NoSource _ -> 0;
      case null -> 0;
    };
  }
}
