-- The queue, and why a task waits, read from indexes alone (NFR-004).

-- Among tasks of the same run_order the first by id goes first, so that a place in the queue is one.
drop index agency_tasks_ready;
create index agency_tasks_ready on agency_tasks (lane, user_id, run_order, id, not_before)
  where status in ('pending', 'queued') and assigned_to_bot and not requires_human_review
    and blocked_by is null and released_at is not null;

-- What runs and what waits, as the queue sorts it; it is counted from this index alone (FR-009).
create index agency_tasks_queue on agency_tasks (user_id, priority_rank desc, created_at desc, id desc)
  include (status, scheduled_for, not_before)
  where status in ('pending', 'queued', 'in_progress', 'deferred');

-- How fast a user's tasks started of late.
create index task_executions_pace on task_executions (user_id, lane, started_at desc);
