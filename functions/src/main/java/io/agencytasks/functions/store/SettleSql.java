package io.agencytasks.functions.store;

import io.agencytasks.domain.execution.Ending;
import io.agencytasks.domain.execution.SettleExecutions;
import io.agencytasks.domain.execution.Settled;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Writes outcomes: only of executions that are still alive, each with the state that its task goes
 * to. Tasks are locked before executions, everywhere, so that no two statements wait for each
 * other.
 */
@Singleton
final class SettleSql implements SettleExecutions.Store {

  /** How many bytes the log of an execution takes at the most, in a row that has room for it. */
  static final int MOST_LOG_BYTES = 20 * 1024;

  /** What an ending says besides whose it is, as {@link EndingRows} writes it. */
  static final String SAID =
      """
      status text, outcome text, result jsonb, summary text, code text, message text, stack text,
      logs jsonb, artifacts jsonb, unsure boolean, uncertain boolean, asked numeric,
      backoff numeric, longest_backoff numeric, until timestamptz
      """
          .strip();

  private static final String FRAME =
      """
      with endings as (
        {endings}
      ),
      task as (
        select t.*
        from agency_tasks t
        where t.id in (
            select e.task_id
            from task_executions e
            join endings n on n.token = e.execution_uuid
            where e.status = 'started')
          and t.status = 'in_progress'
        order by t.id
        for update
      ),
      ended as (
        update task_executions e
        set status = n.status,
            awaits_callback = e.awaits_callback or n.outcome = 'awaits',
            lease_until = case n.outcome when 'awaits' then n.until end,
            completed_at = case when n.outcome <> 'awaits' then now() end,
            duration = case when n.outcome <> 'awaits' then milliseconds(e.started_at, now()) end,
            output = n.result,
            error = case when n.status in ('failed', 'timed_out') then n.message end,
            error_code = n.code,
            error_stack = n.stack,
            logs = logged(e.logs, n.logs, {mostLogBytes}),
            artifacts = coalesce(n.artifacts, e.artifacts),
            artifacts_unsure = coalesce(n.unsure, e.artifacts_unsure),
            screenshots = case
              when e.lane = 'browser'
                then jsonb_path_query_array(n.artifacts, '$[*] ? (@.content_type == "image/png").name')
            end
        from endings n, task t
        where e.execution_uuid = n.token
          and e.task_id = t.id
          and e.status = 'started'
        returning e.task_id, e.execution_uuid
      ),
      verdict as (
        select t.id, t.user_id, t.lane, n.*,
               case n.outcome
                 when 'done' then 'completed'
                 when 'give_up' then 'failed'
                 when 'needs_input' then 'waiting_input'
                 when 'run_later' then 'deferred'
                 when 'awaits' then 'in_progress'
                 else case
                   when n.uncertain and t.on_uncertain = 'ask' then 'waiting_input'
                   when t.error_count >= t.max_retries then 'failed'
                   else 'pending'
                 end
               end as next,
               greatest(n.asked, least(n.longest_backoff, n.backoff * 2 ^ t.error_count)) as pause
        from ended
        join endings n on n.token = ended.execution_uuid
        join task t on t.id = ended.task_id
      ),
      moved as (
        update agency_tasks t
        set status = v.next,
            status_reason = case
              when v.outcome in ('needs_input', 'run_later', 'awaits') then v.message
              when v.next = 'waiting_input' then :question
            end,
            result = coalesce(v.result, t.result),
            result_summary = coalesce(v.summary, t.result_summary),
            error_count = t.error_count
                          + case when v.outcome in ('retry', 'give_up') then 1 else 0 end,
            last_error = case when v.outcome in ('retry', 'give_up') then v.message else t.last_error end,
            asks = case
              when v.outcome = 'needs_input' then 'input'
              when v.next = 'waiting_input' then 'verdict'
              else t.asks
            end,
            input_deadline = case when v.outcome = 'needs_input' then v.until end,
            triggered_by = case v.next when 'pending' then '{again}' else t.triggered_by end,
            not_before = case v.next
              when 'pending' then now() + make_interval(secs => v.pause)
              when 'deferred' then v.until
              else t.not_before
            end
        from verdict v
        where t.id = v.id
      ),
      audited as (
        insert into task_events (task_id, user_id, actor, from_status, to_status, reason)
        select id, user_id, '{actor}', 'in_progress', next, message
        from verdict
        where next <> 'in_progress'
      )
      select 'settled' as kind,
             cast(jsonb_build_object(
               'token', token,
               'task_id', id,
               'lane', lane,
               'status', next,
               'runs_in', case
                 when next = 'pending' then pause
                 when next = 'deferred' and until <= now() + {longestDelay}
                   then greatest(0, extract(epoch from until - now()))
               end,
               'unblocks', case when next in ('completed', 'failed') then {waiting} else '[]' end
             ) as text) as json
      from verdict
      """
          .replace("{waiting}", TaskRows.waitingFor("verdict"))
          .replace("{longestDelay}", Ready.LONGEST_DELAY)
          .replace("{mostLogBytes}", Integer.toString(MOST_LOG_BYTES));

  private static final String SQL =
      of(
          """
          select *
          from jsonb_to_recordset(cast(:endings as jsonb)) as n (token uuid, {said})
          """,
          "engine",
          "retry");

  static final String QUESTION = "It may have run: retry, mark done, or cancel?";

  private final DataApi database;
  private final EndingRows endingRows;

  SettleSql(DataApi database, EndingRows endingRows) {
    this.database = database;
    this.endingRows = endingRows;
  }

  /**
   * The statement that settles what this query finds: {@code token} and {@link #SAID}.
   *
   * @param actor who has said so, for the task's history
   * @param again what triggers the next attempt where one is made
   */
  static String of(String endings, String actor, String again) {
    return FRAME
        .replace("{endings}", endings.strip())
        .replace("{said}", SAID)
        .replace("{actor}", actor)
        .replace("{again}", again);
  }

  @Override
  public List<Settled> settle(List<Ending> endings) {
    var rows =
        database.rows(
            Statement.repeatable(SQL)
                .text("endings", endingRows.of(endings))
                .text("question", QUESTION));
    return TaskRows.all(rows, "settled", Settled.class);
  }
}
