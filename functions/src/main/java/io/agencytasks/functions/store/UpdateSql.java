package io.agencytasks.functions.store;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.functions.aws.Statement;

/**
 * Changes what a task is made of, and its status by hand (FR-004). No update walks round a review:
 * switching it off counts as an approval, and changing what was approved asks for it again.
 */
final class UpdateSql {
  private static final String NEXT =
      """
      patch as (
        select cast(:patch as jsonb) as doc, cast(:types as jsonb) as types
      ),
      {edges},
      next as (
        select n.*, n as whole,
               p.doc, p.types -> n.task_type as type,
               n.status <> t.status as moves,
               p.doc -> 'execution_config' is not null as configured,
               t.review_hash is not null and reviewed_content(n) <> t.review_hash as rewritten,
               n.scheduled_for is distinct from t.scheduled_for as retimed,
               n.scheduled_for is distinct from t.scheduled_for
                 or n.execution_type <> t.execution_type as rescheduled,
               n.execution_type <> 'manual_trigger'
                 and (n.scheduled_for is null or n.scheduled_for <= now()) as free
        from task t
        cross join patch p
        cross join lateral jsonb_populate_record(t.whole, p.doc) n
      ),
      decided as (
        select n.id,
               n.doc @> '{"requires_human_review": false}'
                 and (t.requires_human_review or n.rewritten) as approves,
               review.open,
               not review.open
                 and n.doc ->> 'review_deadline' is not null as deadline_without_review,
               not review.open
                 and n.doc ->> 'on_review_expiry' <> 'hold' as expiry_without_review,
               n.moves and t.status in ('deferred', 'failed')
                 and n.status in ('pending', 'queued') as resumes,
               case when waiting.anew then blocker.id else t.blocked_by end as blocked_by,
               case
                 when waiting.anew
                   then why_it_waits(t.status_reason, t.blocked_by, blocker.id, blocker.status)
                 else t.status_reason
               end as why_it_waits,
               case
                 when n.task_type <> t.task_type and not n.configured
                   then cast('[{"field": "executionConfig", "message": "must be given with another taskType"}]' as jsonb)
                 when n.configured then n.type -> 'faults'
                 else '[]'
               end as config_faults,
               n.execution_type = 'scheduled' and n.scheduled_for is null as without_time
        from next n
        join task t using (id)
        cross join lateral (
          select case
                   when n.doc -> 'requires_human_review' is not null then n.requires_human_review
                   else t.requires_human_review or n.rewritten
                 end as open
        ) review
        cross join lateral (
          select n.doc -> 'depends_on' is not null
                   or n.on_dependency_failure <> t.on_dependency_failure as anew
        ) waiting
        left join lateral (
          {firstBlocker}
        ) blocker on waiting.anew
      ),
      """
          .replace("{edges}", NewEdges.STEPS)
          .replace("{firstBlocker}", Blockers.first("n.on_dependency_failure"));

  private static final String REFUSAL =
      """
      when d.config_faults <> '[]' or d.without_time
        or d.deadline_without_review or d.expiry_without_review
        or exists (select from missing) or exists (select from circle) then 'invalid'
      when t.status in ('in_progress', 'completed', 'cancelled')
        and ({rewired}
             or audited_fields(t.whole) - array['priority', 'urgency', 'category', 'deadline']
                <> audited_fields(n.whole) - array['priority', 'urgency', 'category', 'deadline'])
        then case t.status when 'in_progress' then 'running' else 'final' end
      when n.moves and t.status in ('completed', 'cancelled') then 'final'
      when n.moves and n.status <> 'cancelled' and t.payloads_cleared_at is not null then 'final'
      when n.moves and not exists (
          select from task_transitions s
          where s.from_status = t.status
            and s.to_status = n.status
            and (s.by_hand = 'always' or s.by_hand = 'person' and not n.assigned_to_bot))
        then 'not_by_hand'
      when n.moves and d.open
        and (n.status in ('queued', 'in_progress')
             or t.status in ('pending', 'queued') and n.status in ('completed', 'failed'))
        then 'review'
      """;

  private static final String CHANGES =
      """
      title = n.title,
      description = n.description,
      category = n.category,
      task_type = n.task_type,
      priority = n.priority,
      urgency = n.urgency,
      assigned_to_bot = n.assigned_to_bot,
      requires_human_review = d.open,
      human_reviewed_by = case
        when d.approves then t.user_id
        when not d.open then t.human_reviewed_by
      end,
      human_reviewed_at = case
        when d.approves then now()
        when not d.open then t.human_reviewed_at
      end,
      review_hash = case
        when d.approves then reviewed_content(n.whole)
        when not d.open then t.review_hash
      end,
      review_deadline = case when d.open then n.review_deadline end,
      on_review_expiry = n.on_review_expiry,
      execution_type = n.execution_type,
      execution_config = n.execution_config,
      on_uncertain = case when n.configured then n.type ->> 'on_uncertain' else t.on_uncertain end,
      lane = case when n.configured then n.type ->> 'lane' else t.lane end,
      scheduled_for = n.scheduled_for,
      deadline = n.deadline,
      blocked_by = d.blocked_by,
      on_dependency_failure = n.on_dependency_failure,
      tags = n.tags,
      metadata = n.metadata,
      max_retries = n.max_retries,
      notify_on_complete = n.notify_on_complete,
      notify_on_failure = n.notify_on_failure,
      status = n.status,
      status_reason = case
        when n.doc -> 'status_reason' is not null then n.status_reason
        when n.moves and n.status = 'cancelled' then 'Cancelled by user'
        when n.moves and n.status in ('pending', 'queued') then {whyItWaits}
        when n.moves then null
        when t.status in ('pending', 'queued') then d.why_it_waits
        else t.status_reason
      end,
      error_count = case when d.resumes then 0 else t.error_count end,
      head_start = greatest(0, t.head_start + {headStart} - {headStartBefore}),
      triggered_by = case
        when not (d.resumes or n.rescheduled) or not n.free then t.triggered_by
        when n.scheduled_for is null then 'automatic'
        else 'schedule'
      end,
      released_at = case
        when n.status = 'deferred' and n.moves then null
        when not (d.resumes or n.rescheduled) then t.released_at
        when n.free then now()
        when n.execution_type = 'manual_trigger' and not d.resumes
          and t.triggered_by in ('manual', 'approval') then t.released_at
      end,
      not_before = case
        when n.status = 'deferred' and not (n.moves or n.retimed) then t.not_before
        when n.status = 'deferred' and n.scheduled_for > now() then n.scheduled_for
        when n.status = 'deferred' then 'infinity'
        when (d.resumes or n.rescheduled) and n.free then now()
        else t.not_before
      end
      """;

  private static final String SQL =
      new ChangeFrame(REFUSAL, CHANGES)
          .with("steps", NEXT)
          .with("judging", "join next n using (id) join decided d using (id)")
          .with("changing", "join next n using (id) join decided d using (id)")
          .with("whyItWaits", Blockers.whyItWaitsFor("d.blocked_by"))
          .with("headStart", HeadStarts.secondsOf("n"))
          .with("headStartBefore", HeadStarts.secondsOf("t"))
          .with(
              "why",
              """
              case
                when m.requires_human_review and not t.requires_human_review
                  then 'What was approved has changed, or review was switched on'
                when m.human_reviewed_at = now() then 'Approved by switching review off'
                else m.status_reason
              end
              """)
          .with(
              "audit",
              """
              nullif(
                coalesce(changed_fields(audited_fields(t.whole), audited_fields(m.whole)), '{}')
                  || {edgeChanges},
                '{}')
              """)
          .with("edgeChanges", NewEdges.CHANGES)
          .with("rewired", NewEdges.REWIRED)
          .with(
              "details",
              """
              case v.refusal when 'invalid' then (
                select jsonb_build_object(
                  'faults', d.config_faults,
                  'without_time', d.without_time,
                  'deadline_without_review', d.deadline_without_review,
                  'expiry_without_review', d.expiry_without_review,
                  'missing', (select coalesce(jsonb_agg(id order by id), '[]') from missing),
                  'circle', (select to_jsonb(path) from circle))
                from decided d
                where d.id = t.id) end
              """)
          .with("summary", TaskRows.summary(NewEdges.DEPENDS_ON))
          .sql();

  private UpdateSql() {}

  static Statement of(Action.Update update, HeadStart headStart) {
    return Statement.once(SQL)
        .text("patch", TaskPatchRow.of(update))
        .text("types", TypesRow.of(update.verdicts()))
        .text("headStarts", HeadStarts.document(headStart));
  }
}
