package io.agencytasks.local.model;

/** What must hold of an owner's tasks whatever happened, read from the rows themselves. */
public record Audit(Superuser superuser, String subject) {
  private static final String PUT_AWAY =
      """
      with owner as (
        select id from users where subject = ?
      ),
      ended as (
        update task_executions
        set status = 'cancelled', lease_until = null, completed_at = now()
        where user_id = (select id from owner)
          and status = 'started'
      )
      update agency_tasks
      set status = 'cancelled'
      where user_id = (select id from owner)
        and status <> 'completed'
      """;

  /** Asked with a subject; answers with a JSON array, empty where all is well. */
  public static final String FAULTS =
      """
      with task as (
        select t.* from agency_tasks t join users u on u.id = t.user_id where u.subject = ?
      ),
      -- Each event with what it says of reviews; switching one off is an approval, even of what is
      -- changed with it.
      event as (
        select e.*,
               case
                 when e.reason = 'Approved by switching review off' then 'false'
                 else e.changes #>> '{requiresHumanReview,after}'
               end as says,
               lag(e.to_status) over (partition by e.task_id order by e.id) as previous,
               row_number() over (partition by e.task_id order by e.id desc) = 1 as is_last
        from task_events e
        where e.task_id in (select id from task)
      ),
      start as (
        select e.id, e.task_id,
               r.id as reviewed,
               coalesce(r.says, born.review) as review
        from event e
        left join lateral (
          select r.id, r.says
          from event r
          where r.task_id = e.task_id and r.id < e.id and r.says is not null
          order by r.id desc
          limit 1
        ) r on true
        cross join lateral (
          select coalesce(
            (select r.changes #>> '{requiresHumanReview,before}'
             from event r
             where r.task_id = e.task_id and jsonb_exists(r.changes, 'requiresHumanReview')
             order by r.id
             limit 1),
            (select cast(requires_human_review as text) from task where id = e.task_id)) as review
        ) born
        where e.actor = 'engine' and e.to_status = 'in_progress'
      ),
      fault as (
        select 'starts otherwise than as pending' as what, task_id from event
        where previous is null and (from_status is not null or to_status <> 'pending')
        union all
        select 'an event does not follow the one before', task_id from event
        where previous is not null and from_status is distinct from previous
        union all
        select 'a change of status that may not be', task_id from event
        where previous is not null and from_status <> to_status
          and not exists (
            select from task_transitions s
            where s.from_status = event.from_status and s.to_status = event.to_status)
        union all
        select 'a change of status without its event', id from task
        where status <> (select to_status from event where event.task_id = task.id and is_last)
        union all
        select 'started without its approval', task_id from start
        where review = 'true'
        union all
        select 'started as something else than was approved', s.task_id from start s
        join event c on c.task_id = s.task_id and c.id > s.reviewed and c.id < s.id
        where jsonb_exists_any(c.changes, array['title', 'taskType', 'executionConfig'])
        union all
        select 'runs something else than was approved', id from task t
        where status = 'in_progress' and review_hash <> reviewed_content(cast(row(t.*) as agency_tasks))
        union all
        select 'an execution without its event', x.task_id from task_executions x
        where x.task_id in (select id from task)
          and not exists (
            select from task_events e
            where e.task_id = x.task_id and e.actor = 'engine'
              and e.to_status = 'in_progress' and e.occurred_at = x.started_at)
      )
      select coalesce(jsonb_agg(to_jsonb(fault)), '[]') from fault
      """;

  /** Nobody claims or sweeps the tasks any more. */
  void putAway() {
    superuser.tell(PUT_AWAY, subject);
  }

  String faults() {
    return superuser.ask(FAULTS, subject);
  }
}
