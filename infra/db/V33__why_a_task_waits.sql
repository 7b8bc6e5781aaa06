-- What a task's status_reason becomes, which waited for one task and now waits for another, for the same
-- again or for none: what it said of the one it waited for goes, and what anybody else said of it stays.
create function why_it_waits(remark text, waited_for bigint, blocker bigint, status text) returns text
  immutable parallel safe language sql
  return case
    when status in ('failed', 'cancelled')
      then format('Blocked: task %s, which it depends on, is %s.', blocker, status)
    when waited_for is null
      or not starts_with(remark, format('Blocked: task %s, which it depends on,', waited_for)) then remark
  end;

-- As before; and those that wait for a task that had failed no longer say so once it has another chance.
create or replace function settle_dependents() returns trigger language plpgsql as $$
declare
  moved  bigint[];
  ended  bigint[];
  doomed bigint[];
  near   bigint[];
  held   bigint[];
begin
  select array_agg(a.id),
         coalesce(array_agg(a.id) filter (where a.status in ('completed', 'failed', 'cancelled')), '{}')
  into moved, ended
  from after a
  join before b using (id)
  where a.status <> b.status
    and (a.status in ('completed', 'failed', 'cancelled') or b.status = 'failed');

  if moved is null or not exists (select from task_dependencies where depends_on_id = any (moved)) then
    return null;
  end if;

  loop
    doomed = array(select doomed_by(ended));
    near = array(
      select distinct task_id
      from task_dependencies
      where depends_on_id = any (moved || doomed)
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
  ), cancelled as (
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
  from cancelled;

  with news as (
    select t.id, b.id as blocker, b.status as blocker_status
    from agency_tasks t
    left join agency_tasks b on b.id = first_blocker(t)
    where t.id = any (near)
      and t.status not in ('completed', 'cancelled')
      and t.blocked_by is not null
      and (b.id is distinct from t.blocked_by or b.id = any (moved || doomed))
  ), told as (
    update agency_tasks t
    set blocked_by = n.blocker,
        triggered_by = case
          when n.blocker is null and t.released_at is not null then 'dependency'
          else t.triggered_by
        end,
        status_reason = case
          when t.status not in ('pending', 'queued') then t.status_reason
          else why_it_waits(t.status_reason, t.blocked_by, n.blocker, n.blocker_status)
        end
    from news n
    where t.id = n.id
    returning t.id, t.user_id, t.status,
              case
                when n.blocker is null then 'What it waited for has ended'
                else why_it_waits(null, null, n.blocker, n.blocker_status)
              end as reason
  )
  insert into task_events (task_id, user_id, actor, from_status, to_status, reason)
  select id, user_id, 'dependency', status, status, reason
  from told
  where reason is not null;
  return null;
end
$$;
