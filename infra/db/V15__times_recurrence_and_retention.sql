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
