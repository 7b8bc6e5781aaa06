package io.agencytasks.functions.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.NewTask;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.functions.aws.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rows that a creation answers with say. */
final class CreationRows {
  private CreationRows() {}

  static Creation creation(List<Row> rows) {
    return TaskRows.task(rows)
        .<Creation>map(task -> new Creation.Created(task, runsIn(rows)))
        .or(() -> TaskRows.first(rows, "draft").map(draft -> drafted(draft, rows)))
        .orElseGet(() -> refused(rows));
  }

  private static @Nullable Duration runsIn(List<Row> rows) {
    return TaskRows.first(rows, "runs_in")
        .map(json -> TaskRows.read(json, Duration.class))
        .orElse(null);
  }

  private static Creation drafted(String json, List<Row> rows) {
    var draft = TaskRows.read(json, ObjectNode.class);
    TaskRows.first(rows, "execution_config")
        .ifPresent(
            config -> draft.set("execution_config", TaskRows.read(config, ObjectNode.class)));
    return new Creation.Drafted(TaskRows.read(draft.toString(), NewTask.class));
  }

  /** A statement that finds a fault has found what the task should start from. */
  private static Creation refused(List<Row> rows) {
    var faults = new ArrayList<>(TaskRows.all(rows, "fault", Fault.class));
    TaskRows.all(rows, "missing", TaskId.class).forEach(id -> faults.add(notThere(id)));
    return faults.isEmpty() ? new Creation.NoSource() : new Creation.Refused(faults);
  }

  /** Someone else's task and one that never was are told apart by nobody. */
  static Fault notThere(TaskId id) {
    return new Fault("dependsOn", "names task %d, which is not there".formatted(id.value()));
  }
}
