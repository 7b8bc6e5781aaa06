-- The same index under a condition that nobody states by chance: it always holds of what is released,
-- but the planner does not know that. So only who asks for the front reads it. Without it the planner took
-- this index for a look at one tenant's tasks, too, where its statistics said that all have much; a
-- tenant behind a million tasks of another was then found after reading that million.
drop index agency_tasks_front;
create index agency_tasks_front on agency_tasks (lane, run_order, id) include (user_id, not_before)
  where status in ('pending', 'queued') and assigned_to_bot and not requires_human_review
    and blocked_by is null and released_at is not null and run_order is not null;
