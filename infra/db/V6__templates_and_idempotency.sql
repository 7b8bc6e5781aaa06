-- Saved task configurations, and answers kept for repeated requests.

create table task_templates (
  id          bigint generated always as identity primary key,
  user_id     bigint not null references users (id) on delete cascade,
  name        varchar(200) not null check (name <> ''),
  description text check (char_length(description) <= 5000),
  task        jsonb not null check (jsonb_typeof(task) = 'object' and octet_length(task::text) <= 49152),
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now(),
  version     integer not null default 1
);
create unique index task_templates_name on task_templates (user_id, lower(name));

create table idempotency_keys (
  user_id      bigint not null references users (id) on delete cascade,
  key          varchar(255) not null,
  request_hash varchar(64) not null,
  status       integer,
  headers      jsonb,
  body         text check (octet_length(body) <= 49152),
  created_at   timestamptz not null default now(),
  expires_at   timestamptz not null,
  primary key (user_id, key)
);
create index idempotency_keys_expiry on idempotency_keys (expires_at);
comment on column idempotency_keys.status is 'The HTTP status of the first answer; null while it is in flight.';
