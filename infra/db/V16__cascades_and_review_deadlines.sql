-- What the end of a task does to all that wait for it, and reviews that have to come in time.

alter table agency_tasks
  add column review_deadline  timestamptz,
  add column on_review_expiry varchar(10) not null default 'hold'
    check (on_review_expiry in ('hold', 'reject', 'escalate'));
comment on column agency_tasks.review_deadline is
  'When an open review is overdue; null once it was approved, or once the sweep has acted on it.';

create index agency_tasks_review_deadline on agency_tasks (review_deadline)
  where review_deadline is not null and requires_human_review
    and status in ('pending', 'queued', 'waiting_input', 'deferred', 'failed');

-- What an approval is about, and until when it is waited for, is written down too.
create or replace function audited_fields(task agency_tasks) returns jsonb immutable language sql as $$
  select jsonb_build_object(
    'title', task.title,
    'taskType', task.task_type,
    'executionConfig', task.execution_config,
    'requiresHumanReview', task.requires_human_review,
    'reviewDeadline', in_utc(task.review_deadline),
    'onReviewExpiry', task.on_review_expiry,
    'reviewHash', task.review_hash,
    'assignedToBot', task.assigned_to_bot,
    'executionType', task.execution_type,
    'scheduledFor', in_utc(task.scheduled_for),
    'deadline', in_utc(task.deadline),
    'priority', task.priority,
    'urgency', task.urgency,
    'category', task.category,
    'onDependencyFailure', task.on_dependency_failure,
    'maxRetries', task.max_retries)
$$;

drop trigger settle_dependents on agency_tasks;
drop function settle_dependents();

-- The tasks that are cancelled because these failed or were cancelled, through any number of others.
-- Each step of the way is taken from indexes: the planner expects few steps, and would read a table
-- whole in each of a thousand.
create function doomed_by(ended bigint[]) returns setof bigint volatile language sql
  set enable_seqscan = off
  set enable_hashjoin = off
  set enable_mergejoin = off
as $$
  with recursive gone (id) as (
    select id from agency_tasks where id = any (ended) and status <> 'completed'
    union
    select t.id
    from gone
    join task_dependencies d on d.depends_on_id = gone.id
    join agency_tasks t on t.id = d.task_id
    where t.on_dependency_failure = 'cancel'
      and t.status in ('pending', 'queued', 'deferred')
      and t.blocked_by is not null
  )
  select id from gone where id <> all (ended)
$$;

-- When tasks end, those that wait for them are unblocked, cancelled or told why they wait; once for
-- the whole statement, however long the chains. Every statement in here sees what was committed
-- while it waited for locks, so it looks again until it holds all that it touches.
create function settle_dependents() returns trigger language plpgsql as $$
declare
  ended  bigint[];
  doomed bigint[];
  near   bigint[];
  held   bigint[];
begin
  select array_agg(a.id) into ended
  from after a
  join before b using (id)
  where a.status in ('completed', 'failed', 'cancelled')
    and a.status <> b.status;

  if ended is null or not exists (select from task_dependencies where depends_on_id = any (ended)) then
    return null;
  end if;

  loop
    doomed = array(select doomed_by(ended));
    near = array(
      select distinct task_id
      from task_dependencies
      where depends_on_id = any (ended || doomed)
      order by task_id);
    exit when near = held;
    perform from agency_tasks where id = any (near) order by id for update;
    held = near;
  end loop;

  with cause as (
    select distinct on (t.id) t.id, t.status, first_blocker(t) as blocker,
           format('Cancelled: task %s, which it depends on, is %s.',
                  b.id, case b.status when 'failed' then 'failed' else 'cancelled' end) as reason
    from unnest(doomed) as it (id)
    join agency_tasks t on t.id = it.id
    join task_dependencies d on d.task_id = t.id
    join unnest(ended || doomed) as gone (id) on gone.id = d.depends_on_id
    join agency_tasks b on b.id = gone.id
    where b.status <> 'completed'
    order by t.id, b.id
  ), moved as (
    update agency_tasks t
    set status = 'cancelled',
        blocked_by = c.blocker,
        status_reason = c.reason
    from cause c
    where t.id = c.id
    returning t.id, t.user_id, c.status, c.reason
  )
  insert into task_events (task_id, user_id, actor, from_status, to_status, reason)
  select id, user_id, 'dependency', status, 'cancelled', reason
  from moved;

  with waiting as (
    select t.id, t.blocked_by, first_blocker(t) as blocker
    from agency_tasks t
    where t.id = any (near)
      and t.status not in ('completed', 'cancelled')
      and t.blocked_by is not null
  ), news as (
    select w.id, w.blocker,
           case
             when b.status in ('failed', 'cancelled')
               then format('Blocked: task %s, which it depends on, is %s.', b.id, b.status)
           end as reason
    from waiting w
    left join agency_tasks b on b.id = w.blocker
    left join unnest(ended || doomed) as gone (id) on gone.id = w.blocker
    where w.blocker is distinct from w.blocked_by
       or gone.id is not null
  ), moved as (
    update agency_tasks t
    set blocked_by = n.blocker,
        triggered_by = case
          when n.blocker is null and t.released_at is not null then 'dependency'
          else t.triggered_by
        end,
        status_reason = case
          when t.status not in ('pending', 'queued') then t.status_reason
          when n.blocker is null then null
          else coalesce(n.reason, t.status_reason)
        end
    from news n
    where t.id = n.id
    returning t.id, t.user_id, t.status,
              case when n.blocker is null then 'What it waited for has ended' else n.reason end as reason
  )
  insert into task_events (task_id, user_id, actor, from_status, to_status, reason)
  select id, user_id, 'dependency', status, status, reason
  from moved
  where reason is not null;
  return null;
end
$$;

-- Not for what it changes itself: that is settled with the rest.
create trigger settle_dependents after update on agency_tasks
  referencing old table as before new table as after
  for each statement
  when (pg_trigger_depth() = 0)
  execute function settle_dependents();
