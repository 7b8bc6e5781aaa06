-- Attempts at tasks. The uuid is the token that fences the settle.

create table task_executions (
  id                   bigint generated always as identity primary key,
  task_id              bigint not null references agency_tasks (id) on delete cascade,
  user_id              bigint not null references users (id) on delete cascade,
  execution_uuid       uuid not null unique default gen_random_uuid(),
  attempt_number       integer not null check (attempt_number >= 1),
  lane                 varchar(20) not null,

  status               varchar(50) not null default 'started'
    check (status in ('started', 'succeeded', 'failed', 'timed_out', 'cancelled', 'lost', 'waiting_input')),
  triggered_by         varchar(50) not null
    check (triggered_by in ('automatic', 'manual', 'schedule', 'approval', 'retry', 'dependency', 'input', 'callback')),
  triggered_by_user_id bigint references users (id),
  lease_until          timestamptz,

  browser_session_id   varchar(255),
  debug_url            text,
  recording_url        text,

  steps_total          integer not null default 0,
  steps_completed      integer not null default 0,
  current_step         varchar(255),
  step_results         jsonb,

  output               jsonb check (octet_length(output::text) <= 32768),
  logs                 jsonb,
  screenshots          jsonb,

  error                text check (char_length(error) <= 2000),
  error_code           varchar(100),
  error_stack          text check (char_length(error_stack) <= 4000),

  duration             integer,
  resource_usage       jsonb,

  started_at           timestamptz not null default now(),
  completed_at         timestamptz,
  created_at           timestamptz not null default now(),

  unique (task_id, attempt_number),
  constraint leased_while_started check ((status = 'started') = (lease_until is not null)),
  constraint completed_when_ended check ((status = 'started') = (completed_at is null))
);
comment on column task_executions.duration is 'Milliseconds from start to end.';
comment on column task_executions.lease_until is 'The worker is taken for dead when this passes unextended.';

-- A task runs once at a time.
create unique index task_executions_one_running on task_executions (task_id) where status = 'started';

create index task_executions_history on task_executions (task_id, started_at desc, id desc);
create index task_executions_running on task_executions (user_id) where status = 'started';
create index task_executions_leases on task_executions (lease_until) where status = 'started';
create index task_executions_browser_session on task_executions (browser_session_id)
  where browser_session_id is not null;
