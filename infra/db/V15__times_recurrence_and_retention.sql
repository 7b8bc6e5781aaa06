-- Times, tasks that recur, and how long what is finished is kept.

-- When a task that waits for a time may run; null where it waits for none.
create function due_at(task agency_tasks) returns timestamptz immutable language sql as $$
  select case
    when task.status = 'deferred'
      then case when isfinite(task.not_before) then task.not_before end
    when task.status not in ('pending', 'queued') then null
    when task.released_at is not null then task.not_before
    when task.execution_type <> 'manual_trigger' then task.scheduled_for
  end
$$;
