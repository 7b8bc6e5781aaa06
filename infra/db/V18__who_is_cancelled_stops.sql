-- Whoever runs a task that a person cancels is told to stop: its heartbeat is answered no more. Not a
-- part of the statement that cancels: that one may have waited for the very claim that started it, and
-- would not see what was started meanwhile.
create function stop_execution() returns trigger language plpgsql as $$
begin
  update task_executions
  set status = 'cancelled',
      lease_until = null,
      completed_at = now(),
      duration = cast(1000 * extract(epoch from now() - started_at) as integer),
      error_code = 'CANCELLED',
      error = 'A person cancelled the task.'
  where task_id = new.id
    and status = 'started';
  return null;
end
$$;

create trigger stop_execution after update of status on agency_tasks
  for each row
  when (old.status = 'in_progress' and new.status = 'cancelled')
  execute function stop_execution();
