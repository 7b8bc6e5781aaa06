-- How long something took, in milliseconds. A transaction that ends an attempt may have begun before the
-- one that started it, as a cancellation that waited for the claim, or the clock may have been set back.
create function milliseconds(since timestamptz, until timestamptz) returns integer
  immutable parallel safe language sql
  return greatest(0, cast(1000 * extract(epoch from until - since) as integer));

-- As before, but that it never took less than no time.
create or replace function stop_execution() returns trigger language plpgsql as $$
begin
  update task_executions
  set status = 'cancelled',
      lease_until = null,
      completed_at = now(),
      duration = milliseconds(started_at, now()),
      error_code = 'CANCELLED',
      error = 'A person cancelled the task.'
  where task_id = new.id
    and status = 'started';
  return null;
end
$$;
