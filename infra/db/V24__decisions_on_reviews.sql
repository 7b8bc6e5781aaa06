-- Decisions on reviews, as reports list them: a user's in order of time. Few events are one, so the index
-- is small. The same condition stands in ReviewEvidenceSql.
create index task_events_decisions on task_events (user_id, occurred_at, id)
  where changes -> 'reviewHash' is not null
    or actor = 'sweep' and changes -> 'reviewDeadline' is not null;
