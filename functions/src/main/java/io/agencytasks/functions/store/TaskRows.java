package io.agencytasks.functions.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Task;
import io.agencytasks.domain.task.TaskSummary;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.json.Mappers;
import java.util.List;
import java.util.Optional;

/** Tasks as rows: the big fields travel alone, since a row of the Data API holds 64 KB at most. */
final class TaskRows {
  /**
   * All of a task {@code t} but its big fields; what it was last told as input is no field of it,
   * and what was sent because of it is kept beside it.
   */
  static final String LIGHT =
      """
      to_jsonb(t) - 'execution_config' - 'original_message' - 'result' - 'input'
        || jsonb_build_object('notifications_sent', (
             select n.sent from task_notifications n where n.task_id = t.id))
      """
          .strip();

  /** What a task {@code t} depends on, as an array. */
  static final String DEPENDS_ON =
      """
      coalesce((
        select jsonb_agg(d.depends_on_id order by d.depends_on_id)
        from task_dependencies d
        where d.task_id = t.id), '[]')
      """
          .strip();

  /** A summary of a task {@code t}. */
  static final String SUMMARY = summary(DEPENDS_ON);

  /** The big fields of {@code task}, those that are there. */
  static final String BIG_FIELDS = bigFields("task");

  private TaskRows() {}

  /**
   * The first tasks that depend on the one of this row, as an array: what to ring for when it ends.
   * As many as an executor runs side by side; it goes on by itself with the others.
   */
  static String waitingFor(String row) {
    return """
    (select coalesce(jsonb_agg(jsonb_build_object('task', d.task_id, 'lane', w.lane) order by d.task_id), '[]')
     from (select task_id
           from task_dependencies
           where depends_on_id = {row}.id
           order by task_id
           limit 10) d
     join agency_tasks w on w.id = d.task_id)
    """
        .replace("{row}", row)
        .strip();
  }

  /** A summary of a task {@code t} that depends on the tasks in this array. */
  static String summary(String dependsOn) {
    return "cast(%s || jsonb_build_object('depends_on', %s) as text)".formatted(LIGHT, dependsOn);
  }

  /** The big fields of the one task in this relation, those that are there. */
  static String bigFields(String relation) {
    return """
    select 'execution_config' as kind, cast(execution_config as text) as json
    from {relation}
    where execution_config is not null
    union all
    select 'original_message', cast(to_jsonb(original_message) as text)
    from {relation}
    where original_message is not null
    union all
    select 'result', cast(result as text)
    from {relation}
    where result is not null
    """
        .replace("{relation}", relation);
  }

  /** Puts a task together again; empty where no row holds one. */
  static Optional<Task> task(List<Row> rows) {
    return first(rows, "task")
        .map(
            summary ->
                new Task(
                    read(summary, TaskSummary.class),
                    first(rows, "execution_config").map(Json::new).orElse(null),
                    first(rows, "original_message")
                        .map(text -> read(text, String.class))
                        .orElse(null),
                    first(rows, "result").map(Json::new).orElse(null)));
  }

  static Optional<String> first(List<Row> rows, String kind) {
    return rows.stream().filter(row -> row.kind().equals(kind)).map(Row::json).findFirst();
  }

  /** All rows of a kind, in their order. */
  static <T> List<T> all(List<Row> rows, String kind, Class<T> type) {
    return rows.stream()
        .filter(row -> row.kind().equals(kind))
        .map(row -> read(row.json(), type))
        .toList();
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return Mappers.forRows().readValue(json, type);
    } catch (JsonProcessingException mismatch) {
      throw new IllegalStateException("a row is no " + type.getSimpleName(), mismatch);
    }
  }

  static String write(Object value) {
    try {
      return Mappers.forRows().writeValueAsString(value);
    } catch (JsonProcessingException mismatch) {
      throw new IllegalStateException("no row can be made of this", mismatch);
    }
  }
}
