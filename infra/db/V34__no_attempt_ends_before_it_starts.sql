-- As before, but that it never ends before it started.
create or replace function stop_execution() returns trigger language plpgsql as $$
begin
  update task_executions
  set status = 'cancelled',
      lease_until = null,
      completed_at = greatest(started_at, now()),
      duration = milliseconds(started_at, now()),
      error_code = 'CANCELLED',
      error = 'A person cancelled the task.'
  where task_id = new.id
    and status = 'started';
  return null;
end
$$;
