-- A file may be kept although the answer was lost: it goes with its task as those do that are named.
alter table task_executions add column artifacts_unsure boolean not null default false;
comment on column task_executions.artifacts_unsure is
  'Whether there may be a file that artifacts does not name: nobody heard whether it was kept.';

-- As before, and of an attempt that was settled but is not sure itself.
create or replace function may_have_artifacts(task bigint) returns boolean stable language sql as $$
  select exists (
    select from task_executions e
    where e.task_id = task
      and (e.artifacts <> '[]'
           or e.artifacts_unsure
           or e.status in ('started', 'timed_out', 'cancelled', 'lost')))
$$;
