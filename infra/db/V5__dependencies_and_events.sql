-- What waits for what, and what happened.

create table task_dependencies (
  task_id       bigint not null references agency_tasks (id) on delete cascade,
  depends_on_id bigint not null references agency_tasks (id) on delete cascade,
  primary key (task_id, depends_on_id),
  constraint not_on_itself check (task_id <> depends_on_id)
);
create index task_dependencies_dependents on task_dependencies (depends_on_id, task_id);

create table task_events (
  id            bigint generated always as identity primary key,
  task_id       bigint not null references agency_tasks (id) on delete cascade,
  user_id       bigint not null references users (id) on delete cascade,
  actor         varchar(20) not null check (actor in ('user', 'engine', 'sweep', 'dependency')),
  actor_user_id bigint references users (id),
  from_status   varchar(50),
  to_status     varchar(50) not null,
  reason        text check (char_length(reason) <= 2000),
  changes       jsonb,
  occurred_at   timestamptz not null default now()
);
create index task_events_of_task on task_events (task_id, id);
comment on table task_events is 'The audit trail (NFR-023): written with every transition, never changed.';

-- The first dependency, by id, that still stands in a task's way.
create function first_blocker(dependent agency_tasks) returns bigint stable language sql as $$
  select b.id
  from task_dependencies d
  join agency_tasks b on b.id = d.depends_on_id
  where d.task_id = dependent.id
    and b.status <> 'completed'
    and not (b.status in ('failed', 'cancelled') and dependent.on_dependency_failure = 'run')
  order by b.id
  limit 1
$$;

-- When a task ends, its dependents are unblocked, cancelled or told why they wait. A trigger, since
-- its statements see what was committed while it waited for the dependents' locks: two blockers
-- that end at once unblock exactly once.
create function settle_dependents() returns trigger language plpgsql as $$
begin
  perform from agency_tasks t
  where t.id in (select task_id from task_dependencies where depends_on_id = new.id)
  order by t.id
  for update;

  with dependents as (
    select t.id, t.status, first_blocker(t) as blocker,
           new.status <> 'completed' and t.on_dependency_failure = 'cancel'
             and t.status in ('pending', 'queued', 'deferred') as doomed
    from agency_tasks t
    where t.id in (select task_id from task_dependencies where depends_on_id = new.id)
      and t.status not in ('completed', 'cancelled')
      and t.blocked_by is not null
  ), moved as (
    update agency_tasks t
    set blocked_by    = d.blocker,
        status        = case when d.doomed then 'cancelled' else t.status end,
        triggered_by  = case when d.blocker is null and t.released_at is not null
                             then 'dependency' else t.triggered_by end,
        status_reason = case
                          when d.doomed
                            then format('Cancelled: task %s, which it depends on, is %s.', new.id, new.status)
                          when d.blocker = new.id
                            then format('Blocked: task %s, which it depends on, is %s.', new.id, new.status)
                          when d.blocker is null
                            then null
                          else t.status_reason
                        end
    from dependents d
    where t.id = d.id
      and (d.doomed or t.blocked_by is distinct from d.blocker or d.blocker = new.id)
    returning t.id, t.user_id, d.status as from_status, t.status, t.status_reason
  )
  insert into task_events (task_id, user_id, actor, from_status, to_status, reason)
  select id, user_id, 'dependency', from_status, status, status_reason
  from moved
  where from_status <> status;
  return null;
end
$$;

create trigger settle_dependents after update of status on agency_tasks
  for each row
  when (new.status in ('completed', 'failed', 'cancelled') and new.status <> old.status)
  execute function settle_dependents();
