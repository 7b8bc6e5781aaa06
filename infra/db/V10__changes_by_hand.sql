-- What people may change, and what is written down about it.

-- Who may make a transition by an update of status: anyone, only the person who has the task, nobody.
-- The same table as TaskStatus.nextByHand and nextByItsPerson in the domain.
alter table task_transitions
  add column by_hand varchar(10) not null default 'never'
    check (by_hand in ('always', 'person', 'never'));

-- What may have run already is marked done by whoever was asked.
insert into task_transitions (from_status, to_status) values ('waiting_input', 'completed');

update task_transitions
set by_hand = 'always'
where (from_status, to_status) in (
  ('pending', 'queued'), ('pending', 'deferred'), ('pending', 'completed'), ('pending', 'failed'),
  ('pending', 'cancelled'),
  ('queued', 'deferred'), ('queued', 'completed'), ('queued', 'failed'), ('queued', 'cancelled'),
  ('in_progress', 'cancelled'),
  ('waiting_input', 'cancelled'),
  ('deferred', 'pending'), ('deferred', 'cancelled'),
  ('failed', 'queued'), ('failed', 'pending'), ('failed', 'cancelled'));

update task_transitions
set by_hand = 'person'
where (from_status, to_status) in (
  ('pending', 'in_progress'), ('queued', 'in_progress'),
  ('in_progress', 'completed'), ('in_progress', 'failed'));

alter table agency_tasks
  add column asks varchar(10) not null default 'input' check (asks in ('input', 'verdict'));
comment on column agency_tasks.asks is
  'What a task in waiting_input waits for: input for its executor, or a verdict on whether it has run.';

update agency_tasks
set asks = 'verdict'
where status = 'waiting_input'
  and status_reason like 'It may have run:%';

-- What a reviewer approves: the hash of it is kept with the approval.
create function reviewed_content(task agency_tasks) returns varchar immutable language sql as $$
  select encode(
    sha256(convert_to(cast(jsonb_build_array(task.title, task.task_type, task.execution_config) as text), 'UTF8')),
    'hex')
$$;

-- A time as the API writes it.
create function in_utc(moment timestamptz) returns text immutable language sql as $$
  select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- The fields whose changes are written down, under the names that the API has for them.
create function audited_fields(task agency_tasks) returns jsonb immutable language sql as $$
  select jsonb_build_object(
    'title', task.title,
    'taskType', task.task_type,
    'executionConfig', task.execution_config,
    'requiresHumanReview', task.requires_human_review,
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

-- Each field that differs, before and after; null where none does.
create function changed_fields(before jsonb, after jsonb) returns jsonb immutable language sql as $$
  select jsonb_object_agg(b.key, jsonb_build_object('before', b.value, 'after', after -> b.key))
  from jsonb_each(before) b
  where b.value is distinct from after -> b.key
$$;

-- The last guard against circles: what a statement saw of the graph may be old by the time that it
-- adds to it, so whoever adds waits here for the others of the same owner, and looks again.
create function refuse_circles() returns trigger language plpgsql as $$
declare
  task agency_tasks;
begin
  select * into task from agency_tasks where id = new.task_id;
  -- Nothing can wait yet for a task that is being made.
  if task.created_at = now() then
    return null;
  end if;
  perform pg_advisory_xact_lock(task.user_id);
  if exists (
    with recursive reached (id) as (
      select new.depends_on_id
      union
      select d.depends_on_id
      from reached r
      join task_dependencies d on d.task_id = r.id
    )
    select from reached where id = new.task_id
  ) then
    raise exception 'task % would wait for itself', new.task_id using errcode = 'AT003';
  end if;
  return null;
end
$$;

create trigger refuse_circles after insert on task_dependencies
  for each row execute function refuse_circles();
