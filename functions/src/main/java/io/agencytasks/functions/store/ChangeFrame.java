package io.agencytasks.functions.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The one statement that every change of tasks by a person is made with: lock, judge, change, write
 * down, answer. An action fills in what is its own; its texts name the task {@code t}.
 *
 * <p>What a step has found out, the next is handed on: the planner takes the tasks to be few, and
 * would join a thousand to a thousand by looking at each pair.
 */
final class ChangeFrame {
  private static final String FRAME =
      """
      with recursive owner as (
        select id from users where subject = :subject
      ),
      {acting},
      task as (
        select t.*, t as whole
        from agency_tasks t
        where t.id in (select cast(value as bigint) from jsonb_array_elements_text(cast(:ids as jsonb)))
          and t.user_id in (select id from acting)
        order by t.id
        for update of t
      ),
      {steps}
      verdict as (
        select t.id, t.whole as was,
               case
                 when not cast(:versions as jsonb) @> to_jsonb(t.version) then 'stale'
                 {refusal}
               end as refusal
               {alsoJudged}
        from task t
        {judging}
      ),
      moved as (
        update agency_tasks t
        set {changes}
        from verdict v
        {changing}
        where t.id = v.id
          and v.refusal is null
          and not :dryRun
        returning t.*, t as whole, v.was
      ),
      outcome as (
        select id, null as refusal, was, whole, exists (select from announcements(was, whole)) as announces
        from moved
        union all
        select id, refusal, was, null, false
        from verdict
        where refusal is not null or :dryRun
      ),
      audited as (
        insert into task_events (
          task_id, user_id, actor, actor_user_id, from_status, to_status, reason, changes)
        select m.id, m.user_id, 'user', m.user_id, t.status, m.status, {why}, c.changes
        from moved m
        cross join lateral (select (m.was).*, m.was as whole) t
        cross join lateral (select {audit} as changes) c
        where m.status <> t.status
           or c.changes is not null
           or {noted}
      ),
      answer as (
        select 'verdict' as kind,
               cast(jsonb_build_object(
                 'task', t.id,
                 'lane', coalesce(m.lane, t.lane),
                 'status', t.status,
                 'version', t.version,
                 'refusal', v.refusal,
                 'rings', case
                   when m.ready and (m.run_order <> t.run_order or not (t.not_before <= now() and {ready}))
                     then jsonb_build_array(jsonb_build_object('task', t.id, 'lane', m.lane))
                   when m.ends then {waiting}
                   else '[]'
                 end,
                 'announces', v.announces,
                 'due_in', case
                   when due_at(m.whole) > now()
                     and due_at(m.whole) <= now() + {longestDelay}
                     and due_at(m.whole) is distinct from due_at(t.whole)
                     then extract(epoch from due_at(m.whole) - now())
                 end,
                 'details', {details}) as text) as json
        from outcome v
        cross join lateral (select (v.was).*, v.was as whole) t
        cross join lateral (
          select t.run_order, t.lane, t.whole,
                 t.not_before <= now() and {ready} as ready,
                 t.status in ('completed', 'failed', 'cancelled') as ends
          from (select (v.whole).*, v.whole) t
        ) m
        union all
        select 'task', {summary}
        from (select (m.whole).* from moved m) t
        where :whole
        union all
        select *
        from (
          {bigFields}
        ) big
        where :whole
      ),
      {end}
      """
          .replace("{acting}", Repeats.ACTING)
          .replace("{end}", Repeats.ANSWER)
          .replace("{ready}", Ready.GUARDS)
          .replace("{waiting}", TaskRows.waitingFor("t"))
          .replace("{longestDelay}", Ready.LONGEST_DELAY)
          .replace("{bigFields}", TaskRows.bigFields("moved").strip().indent(8).strip());

  private final Map<String, String> parts = new LinkedHashMap<>();

  /**
   * The least that an action has.
   *
   * @param refusal branches of a case: when the task's state does not allow it, and why
   * @param changes what is set when it does
   */
  ChangeFrame(String refusal, String changes) {
    parts.put("refusal", refusal);
    parts.put("changes", changes);
    parts.put("steps", "");
    parts.put("alsoJudged", "");
    parts.put("judging", "");
    parts.put("changing", "");
    parts.put("why", "m.status_reason");
    parts.put("audit", "changed_fields(audited_fields(t.whole), audited_fields(m.whole))");
    parts.put("noted", "false");
    parts.put("details", "null");
    parts.put("summary", TaskRows.summary(NewEdges.EDGES_NOW));
  }

  /** Fills in one more part. */
  ChangeFrame with(String part, String text) {
    parts.put(part, text);
    return this;
  }

  String sql() {
    var sql = FRAME;
    for (var part : parts.entrySet()) {
      sql = sql.replace("{" + part.getKey() + "}", part.getValue().strip());
    }
    return sql;
  }
}
