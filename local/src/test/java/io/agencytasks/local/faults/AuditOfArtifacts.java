package io.agencytasks.local.faults;

import io.agencytasks.local.spine.Rows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What must hold of what some users' executions left in S3, whatever happened. */
record AuditOfArtifacts(Rows rows, List<String> subjects, Bucket bucket) {
  private static final String TRACES =
      Audit.TASKS
          + """
          , execution as (
            select x.*, exists (
              select
              from jsonb_array_elements(x.logs) line
              where line ->> 'message' like 'Did not keep %') as says_so
            from task_executions x
            where x.task_id in (select id from task)
          )
          select 'an artifact that no row has', task_id, id
          from execution x
          where status = 'succeeded'
            and jsonb_exists(output, 'artifact')
            and not exists (
              select
              from jsonb_array_elements(x.artifacts) a
              where a -> 'name' = x.output #> '{artifact,name}'
                and a -> 'bytes' = x.output #> '{artifact,bytes}')
          union all
          select 'a beginning only, and nothing says why', task_id, id
          from execution
          where status = 'succeeded'
            and jsonb_exists(output, 'bodyTruncated')
            and not jsonb_exists(output, 'artifact')
            and not says_so
          union all
          select 'failed for an artifact that was not kept', task_id, id
          from execution
          where status in ('failed', 'timed_out')
            and says_so
          """;

  private static final String ARTIFACTS =
      Audit.TASKS
          + """
          select t.title,
                 concat_ws('/', 'users', t.user_id, 'tasks', t.id, 'executions', x.execution_uuid,
                           a ->> 'name'),
                 a ->> 'bytes'
          from task t
          join task_executions x on x.task_id = t.id
          cross join jsonb_array_elements(x.artifacts) a
          """;

  /** What will be deleted with its task is what the task's deletion looks for. */
  private static final String LEFT_BEHIND =
      Audit.TASKS
          + """
          select 'an object that would outlive its task', a.value
          from jsonb_array_elements_text(cast(? as jsonb)) a
          join task t on t.id = cast(split_part(a.value, '/', 4) as bigint)
          where not may_have_artifacts(t.id)
          """;

  /**
   * Everything that must not be, each in a line.
   *
   * @param sent what the target of a title's work sent
   */
  List<String> findings(Function<String, byte[]> sent) throws SQLException {
    String users = Audit.json(subjects);
    List<String> findings = new ArrayList<>(rows.of(TRACES, users));
    for (String row : rows.of(ARTIFACTS, users)) {
      String[] columns = row.split(" ", -1);
      if (!isWhole(columns[1], Long.parseLong(columns[2]), sent.apply(columns[0]))) {
        findings.add("not what was sent " + row);
      }
    }
    findings.addAll(rows.of(LEFT_BEHIND, users, Audit.json(bucket.keys())));
    return findings;
  }

  private boolean isWhole(String key, long bytes, byte[] sent) {
    return bytes == sent.length
        && bucket.read(key).filter(content -> Arrays.equals(content, sent)).isPresent();
  }
}
