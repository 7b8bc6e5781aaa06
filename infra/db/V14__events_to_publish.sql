-- What others are told of a task, kept until the bus has it: written by the very statement that
-- changes the task, whoever makes it.

create table task_event_outbox (
  id           bigint generated always as identity primary key,
  task_id      bigint not null references agency_tasks (id) on delete cascade,
  event_id     uuid not null default gen_random_uuid(),
  type         varchar(50) not null
    check (type in ('TaskCompleted', 'TaskFailed', 'TaskCancelled', 'TaskDeferred',
                    'TaskInputRequested', 'TaskReviewRequested', 'TaskReviewed')),
  detail       jsonb not null check (octet_length(detail::text) <= 4096),
  occurred_at  timestamptz not null default now(),
  free_at      timestamptz not null default now(),
  published_at timestamptz
);
comment on column task_event_outbox.event_id is
  'The same however often it is published, so that listeners can tell a repeat.';
comment on column task_event_outbox.free_at is
  'Until then it is in the hands of a publisher, which may have died.';

create index task_event_outbox_waiting on task_event_outbox (free_at, id) where published_at is null;
create index task_event_outbox_published on task_event_outbox (published_at) where published_at is not null;
create index task_event_outbox_task on task_event_outbox (task_id);

-- Beside the task, not in it: a row of agency_tasks that is locked to note this would be passed over
-- by a claim, and its doorbell heard for nothing.
create table task_notifications (
  task_id bigint primary key references agency_tasks (id) on delete cascade,
  sent    jsonb not null check (octet_length(sent::text) <= 8192)
);
comment on table task_notifications is 'What was sent because of a task: the API''s notificationsSent.';

alter table agency_tasks drop column notifications_sent;

-- The events that a change of a task makes; before is null for a task that is new.
create function announcements(before agency_tasks, after agency_tasks)
returns table (type varchar, more jsonb) stable language sql as $$
  select 'TaskReviewed',
         jsonb_build_object('decision', case when after.requires_human_review then 'rejected' else 'approved' end)
  where after.human_reviewed_at is not null
    and after.human_reviewed_at is distinct from before.human_reviewed_at
  union all
  select 'TaskReviewRequested', '{}'
  where after.requires_human_review
    and before.requires_human_review is not true
  union all
  select case after.status
           when 'completed' then 'TaskCompleted'
           when 'failed' then 'TaskFailed'
           when 'cancelled' then 'TaskCancelled'
           when 'deferred' then 'TaskDeferred'
           when 'waiting_input' then 'TaskInputRequested'
         end,
         case after.status when 'waiting_input' then jsonb_build_object('asks', after.asks) else '{}' end
  where after.status is distinct from before.status
    and after.status in ('completed', 'failed', 'cancelled', 'deferred', 'waiting_input')
$$;

-- Says who and what, never what is in it: whoever listens may be anyone.
create function announce() returns trigger language plpgsql as $$
begin
  insert into task_event_outbox (task_id, type, detail)
  select new.id, a.type,
         a.more || jsonb_build_object(
           'version', '1',
           'taskId', new.id,
           'taskUuid', new.task_uuid,
           'userId', new.user_id,
           'taskType', new.task_type,
           'category', new.category,
           'priority', new.priority,
           'from', old.status,
           'to', new.status,
           'occurredAt', in_utc(now()))
  from announcements(old, new) a;
  return null;
end
$$;

create trigger announce_creation after insert on agency_tasks
  for each row
  when (new.requires_human_review)
  execute function announce();

-- Only what announcements may tell of; most changes are none of it.
create trigger announce_change after update on agency_tasks
  for each row
  when (new.status <> old.status
          and new.status in ('completed', 'failed', 'cancelled', 'deferred', 'waiting_input')
        or new.requires_human_review and not old.requires_human_review
        or new.human_reviewed_at is distinct from old.human_reviewed_at)
  execute function announce();

-- The last so many of an array.
create function last_of(items jsonb, most integer) returns jsonb immutable language sql as $$
  select coalesce(jsonb_agg(value order by place), '[]')
  from (
    select value, place
    from jsonb_array_elements(items) with ordinality as item (value, place)
    order by place desc
    limit most) latest
$$;

grant select, insert, update, delete on task_event_outbox to agency_tasks_app;
grant select, insert, update on task_notifications to agency_tasks_app;
