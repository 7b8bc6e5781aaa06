-- Each task is created; some are started, and some of these end.
insert into task_events (id, task_id, user_id, actor, from_status, to_status, occurred_at)
overriding system value
select row_number() over (), id, user_id, actor, from_status, to_status, occurred_at
from (
  select id, user_id, 'user' as actor, null as from_status, 'pending' as to_status, created_at as occurred_at
  from agency_tasks
  union all
  select id, user_id, 'engine', 'pending', 'in_progress', started_at
  from agency_tasks
  where started_at is not null
  union all
  select id, user_id, 'engine', 'in_progress', status, started_at + interval '4 seconds'
  from agency_tasks
  where status in ('completed', 'failed', 'waiting_input')
) events
