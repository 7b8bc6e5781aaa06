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

-- A template whose schedule makes tasks of it.
alter table task_templates
  add column schedule jsonb
    check (jsonb_typeof(schedule) = 'object' and octet_length(schedule::text) <= 2048),
  add column next_run_at timestamptz,
  add column last_run_at timestamptz,
  add constraint due_by_a_schedule check (next_run_at is null or schedule is not null);
create index task_templates_due on task_templates (next_run_at) where next_run_at is not null;
comment on column task_templates.next_run_at is
  'Whoever makes the task of this time sets the next one in the same statement.';

-- What a task was made from stays told when the template is gone, so it is no reference: with one, to
-- delete a template would rewrite all the tasks that it ever made.
alter table agency_tasks
  add column template_id bigint,
  add column occurrence_at timestamptz,
  add constraint occurrence_of_a_template check (occurrence_at is null or template_id is not null);
create unique index agency_tasks_occurrence on agency_tasks (template_id, occurrence_at)
  where occurrence_at is not null;
create index agency_tasks_open_occurrence on agency_tasks (template_id)
  where occurrence_at is not null and status not in ('completed', 'failed', 'cancelled');
comment on column agency_tasks.occurrence_at is
  'The time of the template''s schedule that this task was made for; there is one task for each.';

-- When a task came to its end, by nobody's word but the database's: what is kept how long hangs on it.
alter table agency_tasks
  add column ended_at timestamptz,
  add column payloads_cleared_at timestamptz;
comment on column agency_tasks.payloads_cleared_at is
  'Its configuration is gone since, so it is never run again.';

alter table agency_tasks disable trigger guard_task;
update agency_tasks
set ended_at = coalesce(completed_at, updated_at)
where status in ('completed', 'failed', 'cancelled');
alter table agency_tasks enable trigger guard_task;

create function note_the_end() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.ended_at = null;
  elsif new.status = old.status then
    new.ended_at = old.ended_at;
  else
    new.ended_at = case when new.status in ('completed', 'failed', 'cancelled') then now() end;
  end if;
  return new;
end
$$;

create trigger note_the_end before insert or update of status, ended_at on agency_tasks
  for each row execute function note_the_end();

create index agency_tasks_ended on agency_tasks (ended_at) where ended_at is not null;
create index agency_tasks_payloads on agency_tasks (ended_at)
  where ended_at is not null and payloads_cleared_at is null;

-- The only way in which tasks, and what is written down about them, are ever deleted: the longest ended
-- first, and none that another one still needs. The application may call it and delete nothing else.
-- Candidates are locked before they are looked at for good, since somebody may just have come to
-- depend on one: the second statement sees what was committed before the lock.
create function delete_ended_tasks(days integer, at_most integer) returns integer
  volatile security definer set search_path = public, pg_temp language plpgsql as $$
declare
  old bigint[];
  deleted integer;
begin
  if days < 1 then
    raise exception 'tasks are kept for a day at least' using errcode = '22023';
  end if;

  old := array(
    select t.id
    from agency_tasks t
    where t.ended_at < now() - make_interval(days => days)
      and not is_needed(t.id)
    order by t.ended_at
    limit at_most
    for update skip locked);

  delete from agency_tasks t
  where t.id = any (old)
    and not is_needed(t.id);
  get diagnostics deleted = row_count;
  return deleted;
end
$$;

-- Whether another task waits for this one, or may be run again and depends on it.
create function is_needed(task bigint) returns boolean stable language sql as $$
  select exists (
      select from task_dependencies d
      join agency_tasks t on t.id = d.task_id
      where d.depends_on_id = task
        and t.status not in ('completed', 'cancelled'))
    or exists (select from agency_tasks t where t.blocked_by = task)
$$;

revoke execute on function delete_ended_tasks(integer, integer) from public;
grant execute on function delete_ended_tasks(integer, integer) to agency_tasks_app;
