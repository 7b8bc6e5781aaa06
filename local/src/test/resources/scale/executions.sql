-- An attempt at each task that was started, or three.
insert into task_executions (
  id, task_id, user_id, attempt_number, lane, status, triggered_by, lease_until, output, error, error_code,
  started_at, completed_at, duration)
overriding system value
select row_number() over (),
       t.id,
       t.user_id,
       attempt,
       t.lane,
       ended,
       'automatic',
       case when ended = 'started' then now() + interval '1 hour' end,
       case when ended = 'succeeded' then jsonb '{"status": 200}' end,
       case when ended = 'failed' then 'The server answers 503.' end,
       case when ended = 'failed' then 'HTTP_503' end,
       t.created_at + make_interval(secs => attempt * 60),
       case when ended <> 'started' then t.created_at + make_interval(secs => attempt * 60 + 4) end,
       case when ended <> 'started' then 4000 end
from agency_tasks t
cross join lateral generate_series(1, case when t.id % 10 = 5 then 3 else 1 end) attempt
cross join lateral (
  select case
           when t.id % 10 = 5 and attempt < 3 then 'failed'
           when t.status = 'completed' then 'succeeded'
           when t.status = 'in_progress' then 'started'
           when t.status = 'waiting_input' then 'waiting_input'
           else 'failed'
         end as ended
) verdict
where t.started_at is not null
