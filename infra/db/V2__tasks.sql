-- The tasks themselves. What may happen to a row is guarded in V3.

create table agency_tasks (
  id                    bigint generated always as identity primary key,
  user_id               bigint not null references users (id) on delete cascade,
  task_uuid             uuid not null unique default gen_random_uuid(),

  source_type           varchar(50) not null
    check (source_type in ('manual', 'webhook_sms', 'webhook_email', 'webhook_custom',
                           'conversation', 'scheduled', 'template', 'clone')),
  source_webhook_id     bigint references user_webhooks (id) on delete set null,
  source_message_id     bigint references inbound_messages (id) on delete set null,
  conversation_id       bigint references bot_conversations (id) on delete set null,

  title                 varchar(500) not null check (title <> ''),
  description           text check (char_length(description) <= 5000),
  original_message      text check (octet_length(original_message) <= 16384),
  category              varchar(100) not null default 'general',
  task_type             varchar(100) not null
    check (task_type in ('browser_automation', 'api_call', 'notification', 'reminder',
                         'ghl_action', 'data_extraction', 'report_generation', 'custom')),

  priority              varchar(20) not null default 'medium'
    check (priority in ('low', 'medium', 'high', 'critical')),
  priority_rank         smallint not null
    generated always as (case priority when 'low' then 0 when 'medium' then 1 when 'high' then 2 else 3 end) stored,
  urgency               varchar(20) not null default 'normal'
    check (urgency in ('normal', 'soon', 'urgent', 'immediate')),

  status                varchar(50) not null default 'pending'
    check (status in ('pending', 'queued', 'in_progress', 'waiting_input',
                      'completed', 'failed', 'cancelled', 'deferred')),
  status_reason         text check (char_length(status_reason) <= 2000),

  assigned_to_bot       boolean not null default true,
  requires_human_review boolean not null default false,
  human_reviewed_by     bigint references users (id),
  human_reviewed_at     timestamptz,
  review_hash           varchar(64),

  execution_type        varchar(50) not null default 'automatic'
    check (execution_type in ('automatic', 'manual_trigger', 'scheduled')),
  execution_config      jsonb check (octet_length(execution_config::text) <= 32768),
  on_uncertain          varchar(10) not null default 'ask' check (on_uncertain in ('retry', 'ask')),
  scheduled_for         timestamptz,
  deadline              timestamptz,

  blocked_by            bigint references agency_tasks (id) on delete set null,
  on_dependency_failure varchar(10) not null default 'block'
    check (on_dependency_failure in ('block', 'cancel', 'run')),

  result                jsonb check (octet_length(result::text) <= 32768),
  result_summary        text check (char_length(result_summary) <= 1000),
  last_error            text check (char_length(last_error) <= 2000),
  error_count           integer not null default 0 check (error_count >= 0),
  max_retries           integer not null default 3 check (max_retries between 0 and 10),
  input                 jsonb check (octet_length(input::text) <= 32768),
  input_deadline        timestamptz,

  notify_on_complete    boolean not null default true,
  notify_on_failure     boolean not null default true,
  notifications_sent    jsonb,
  tags                  jsonb not null default '[]' check (jsonb_typeof(tags) = 'array'),
  metadata              jsonb check (octet_length(metadata::text) <= 16384),

  lane                  varchar(20) not null check (lane in ('standard', 'browser')),
  triggered_by          varchar(50)
    check (triggered_by in ('automatic', 'manual', 'schedule', 'approval', 'retry', 'dependency', 'input', 'callback')),
  triggered_by_user_id  bigint references users (id),
  released_at           timestamptz,
  not_before            timestamptz not null default now(),
  head_start            integer not null default 0 check (head_start >= 0),
  run_order             timestamptz,

  queued_at             timestamptz,
  started_at            timestamptz,
  completed_at          timestamptz,
  created_at            timestamptz not null default now(),
  updated_at            timestamptz not null default now(),
  version               integer not null default 1,

  constraint scheduled_has_a_time check (execution_type <> 'scheduled' or scheduled_for is not null),
  constraint queued_since check (status <> 'queued' or queued_at is not null),
  constraint started_since check (status <> 'in_progress' or started_at is not null),
  constraint completed_since check ((status = 'completed') = (completed_at is not null)),
  constraint ordered_when_released check ((released_at is null) = (run_order is null)),
  constraint released_by_something check (released_at is null or triggered_by is not null),
  constraint not_blocked_by_itself check (blocked_by <> id)
);
comment on column agency_tasks.head_start is 'Seconds that priority and urgency are worth in the queue.';
comment on column agency_tasks.run_order is 'Release time less the head start: the smallest ready one runs next.';
comment on column agency_tasks.on_uncertain is 'What to do when a worker dies and its execution may have acted.';
comment on column agency_tasks.review_hash is 'Hash of what was approved: what was approved is what runs.';
comment on column agency_tasks.version is 'Counts changes; the ETag.';

-- One index for each way that people list their tasks (FR-003.11).
create index agency_tasks_by_creation on agency_tasks (user_id, created_at desc, id desc);
create index agency_tasks_by_update on agency_tasks (user_id, updated_at desc, id desc);
create index agency_tasks_by_priority on agency_tasks (user_id, priority_rank desc, id desc);
create index agency_tasks_by_schedule on agency_tasks (user_id, scheduled_for, id);
create index agency_tasks_by_deadline on agency_tasks (user_id, deadline, id);

-- Statistics are counted from this index alone (FR-010).
create index agency_tasks_counts on agency_tasks (user_id, status, priority, requires_human_review)
  include (deadline, scheduled_for);

-- The queue: what may run now, each tenant's most urgent first.
create index agency_tasks_ready on agency_tasks (lane, user_id, run_order, not_before)
  where status in ('pending', 'queued') and assigned_to_bot and not requires_human_review
    and blocked_by is null and released_at is not null;

-- What the sweep looks for.
create index agency_tasks_due on agency_tasks (scheduled_for)
  where released_at is null and status in ('pending', 'queued') and scheduled_for is not null;
create index agency_tasks_deferred on agency_tasks (not_before) where status = 'deferred';
create index agency_tasks_input_deadline on agency_tasks (input_deadline)
  where status = 'waiting_input' and input_deadline is not null;

-- Foreign keys that are followed from their other side.
create index agency_tasks_conversation on agency_tasks (conversation_id) where conversation_id is not null;
create index agency_tasks_message on agency_tasks (source_message_id) where source_message_id is not null;
create index agency_tasks_webhook on agency_tasks (source_webhook_id) where source_webhook_id is not null;
create index agency_tasks_blocked on agency_tasks (blocked_by) where blocked_by is not null;
