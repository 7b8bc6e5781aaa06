-- Who owns tasks, and where tasks come from besides the API.

create table users (
  id         bigint generated always as identity primary key,
  subject    varchar(255) not null unique,
  email      varchar(320),
  name       varchar(255),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on column users.subject is 'The sub claim of the identity provider; a row is made at first sight.';

create table user_webhooks (
  id            bigint generated always as identity primary key,
  user_id       bigint not null references users (id) on delete cascade,
  public_id     uuid not null unique default gen_random_uuid(),
  name          varchar(200) not null,
  channel       varchar(20) not null check (channel in ('sms', 'email', 'custom')),
  address       varchar(320),
  enabled       boolean not null default true,
  verification  jsonb not null default '{}',
  defaults      jsonb not null default '{}',
  rules         jsonb not null default '{}',
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  version       integer not null default 1
);
create index user_webhooks_user on user_webhooks (user_id, id);
create unique index user_webhooks_active_address on user_webhooks (channel, lower(address)) where enabled;
comment on column user_webhooks.verification is 'How senders prove themselves; secrets stand here only as references.';

create table bot_conversations (
  id              bigint generated always as identity primary key,
  user_id         bigint not null references users (id) on delete cascade,
  webhook_id      bigint references user_webhooks (id) on delete set null,
  channel         varchar(20) not null check (channel in ('sms', 'email', 'custom')),
  counterpart     varchar(320) not null,
  thread_key      varchar(998),
  created_at      timestamptz not null default now(),
  last_message_at timestamptz not null default now()
);
create index bot_conversations_user on bot_conversations (user_id, last_message_at desc, id desc);
create index bot_conversations_counterpart on bot_conversations (webhook_id, counterpart, last_message_at desc);
create index bot_conversations_thread on bot_conversations (webhook_id, thread_key) where thread_key is not null;

create table inbound_messages (
  id              bigint generated always as identity primary key,
  user_id         bigint not null references users (id) on delete cascade,
  webhook_id      bigint references user_webhooks (id) on delete set null,
  conversation_id bigint references bot_conversations (id) on delete set null,
  source          varchar(50) not null,
  external_id     varchar(998) not null,
  sender          varchar(320),
  subject         varchar(998),
  body            text check (octet_length(body) <= 16384),
  body_key        varchar(1024),
  verdicts        jsonb,
  attachments     jsonb,
  outcome         varchar(20) not null check (outcome in ('task', 'input', 'recorded', 'quarantined', 'refused')),
  outcome_reason  varchar(1000),
  received_at     timestamptz not null default now(),
  unique (source, external_id)
);
create index inbound_messages_webhook on inbound_messages (webhook_id, id desc);
create index inbound_messages_conversation on inbound_messages (conversation_id, id);
create index inbound_messages_user on inbound_messages (user_id, id desc);
comment on column inbound_messages.body_key is 'Where the whole message lies in S3 when it is too big for a row.';
