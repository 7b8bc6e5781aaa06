-- Artifacts: what executions leave in S3, and whose is to be deleted there.

alter table task_executions
  add column artifacts jsonb not null default '[]'
    check (jsonb_typeof(artifacts) = 'array' and octet_length(artifacts::text) <= 8192),
  add constraint logs_fit_a_row check (octet_length(logs::text) <= 20480);
comment on column task_executions.artifacts is
  'Names, types and sizes. Their keys are made of who owns the task, of both ids and of the name.';

-- Objects cannot be deleted in a transaction of the database. So whatever deletes what leads to them
-- notes their task here in the same statement, and it is struck off when nothing is left of them.
create table artifact_deletions (
  task_id  bigint primary key,
  user_id  bigint not null,
  asked_at timestamptz not null default now()
);
comment on table artifact_deletions is 'No references: these tasks may be gone.';
create index artifact_deletions_line on artifact_deletions (asked_at, task_id);
grant select, insert, delete on artifact_deletions to agency_tasks_app;

-- An attempt that was settled says what it left; one that was cut off may have left something and
-- could not say so.
create function may_have_artifacts(task bigint) returns boolean stable language sql as $$
  select exists (
    select from task_executions e
    where e.task_id = task
      and (e.artifacts <> '[]' or e.status in ('started', 'timed_out', 'cancelled', 'lost')))
$$;

create or replace function delete_ended_tasks(days integer, at_most integer) returns integer
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

  insert into artifact_deletions (task_id, user_id)
  select t.id, t.user_id
  from agency_tasks t
  where t.id = any (old)
    and not is_needed(t.id)
    and may_have_artifacts(t.id)
  on conflict (task_id) do nothing;

  delete from agency_tasks t
  where t.id = any (old)
    and not is_needed(t.id);
  get diagnostics deleted = row_count;
  return deleted;
end
$$;
