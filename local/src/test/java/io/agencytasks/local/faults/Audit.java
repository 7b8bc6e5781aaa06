package io.agencytasks.local.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agencytasks.local.spine.Rows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What must hold of some users' tasks whatever happened, read from the rows themselves. That no
 * transition is illegal, and that nothing ran without its approval, is the model's audit.
 *
 * @param subjects of the users
 */
record Audit(Rows rows, List<String> subjects) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static final String TASKS =
      """
      with task as (
        select t.*
        from agency_tasks t
        join users u on u.id = t.user_id
        where u.subject in (select jsonb_array_elements_text(cast(? as jsonb)))
      )
      """;

  /** Neither at their end nor waiting for somebody: a reviewer, an answer, a hand, another task. */
  private static final String UNFINISHED =
      TASKS
          + """
          select 'not finished', t.id, t.status
          from task t
          where t.status in ('in_progress', 'deferred')
             or t.status in ('pending', 'queued')
               and not t.requires_human_review
               and not (t.execution_type = 'manual_trigger' and t.released_at is null)
               and not exists (
                 select
                 from task_dependencies d
                 join agency_tasks b on b.id = d.depends_on_id
                 where d.task_id = t.id
                   and b.status <> 'completed'
                   and not (b.status in ('failed', 'cancelled') and t.on_dependency_failure = 'run'))
          """;

  private static final String LOST =
      TASKS
          + """
          select 'accepted, but not there', a.value, a.key
          from jsonb_each_text(cast(? as jsonb)) a
          where not exists (
            select from task where id = cast(a.value as bigint) and title = a.key)
          """;

  /** Every start and every end is of one execution, and every execution has one of each. */
  private static final String EXECUTIONS =
      TASKS
          + """
          , execution as (
            select * from task_executions where task_id in (select id from task)
          ), ending as (
            select *
            from task_events
            where task_id in (select id from task)
              and from_status = 'in_progress'
              and to_status <> 'in_progress'
          )
          select 'created twice', min(id), title
          from task
          group by title
          having count(*) > 1
          union all
          select 'an execution that did not end once', x.task_id, x.status
          from execution x
          where x.status <> 'started'
            and 1 <> (
              select count(*) from ending e
              where e.task_id = x.task_id and e.occurred_at = x.completed_at)
          union all
          select 'an end that is not of one execution', e.task_id, e.to_status
          from ending e
          where 1 <> (
            select count(*) from execution x
            where x.task_id = e.task_id and x.completed_at = e.occurred_at)
          union all
          select 'an end as something else than its execution', e.task_id, e.to_status
          from ending e
          join execution x on x.task_id = e.task_id and x.completed_at = e.occurred_at
          where (e.to_status = 'completed') <> (x.status = 'succeeded')
          union all
          select 'runs, but its task does not', x.task_id, t.status
          from execution x
          join task t on t.id = x.task_id
          where x.status = 'started'
            and t.status <> 'in_progress'
          union all
          select 'succeeded more than once', task_id, cast(count(*) as text)
          from execution
          where status = 'succeeded'
          group by task_id
          having count(*) > 1
          union all
          select 'succeeded, but is not completed', x.task_id, t.status
          from execution x
          join task t on t.id = x.task_id
          where x.status = 'succeeded'
            and t.status <> 'completed'
          """;

  /** How often the work of each may have been done: once, and once more for each such wish. */
  private static final String WISHES =
      TASKS
          + """
          select t.title, t.on_uncertain, (
            select count(*)
            from task_events e
            where e.task_id = t.id
              and e.actor = 'user'
              and e.from_status in ('failed', 'waiting_input')
              and e.to_status in ('pending', 'queued'))
          from task t
          """;

  private static final String RETRIES_DUE =
      TASKS
          + """
          update agency_tasks
          set not_before = now()
          where id in (select id from task)
            and status in ('pending', 'queued')
            and released_at is not null
            and not_before > now()
          """;

  /** As if the time had come that those wait for who try again. */
  void letRetriesBeDue() throws SQLException {
    rows.of(RETRIES_DUE, json(subjects));
  }

  List<String> unfinished() throws SQLException {
    return rows.of(UNFINISHED, json(subjects));
  }

  /**
   * Everything that must not be, each in a line.
   *
   * @param accepted the tasks that were answered with 201, by their titles
   * @param done how often the work of a title was done
   */
  List<String> findings(Map<String, Long> accepted, ToIntFunction<String> done)
      throws SQLException {
    List<String> findings = new ArrayList<>(unfinished());
    findings.addAll(rows.of(LOST, json(subjects), json(accepted)));
    findings.addAll(rows.of(EXECUTIONS, json(subjects)));
    for (String subject : subjects) {
      rows.of(io.agencytasks.local.model.Audit.FAULTS, subject).stream()
          .filter(faults -> !faults.equals("[]"))
          .forEach(findings::add);
    }
    findings.addAll(repeated(done));
    return findings;
  }

  private Collection<String> repeated(ToIntFunction<String> done) throws SQLException {
    List<String> repeated = new ArrayList<>();
    for (String row : rows.of(WISHES, json(subjects))) {
      String[] columns = row.split(" ", -1);
      int times = done.applyAsInt(columns[0]);
      if (columns[1].equals("ask") && times > 1 + Integer.parseInt(columns[2])) {
        repeated.add("done %d times, but nobody was asked: %s".formatted(times, row));
      }
    }
    return repeated;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
