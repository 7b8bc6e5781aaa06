-- Webhooks and what comes in by them.

-- Beside the document that was meant for all of it, what statements ask for by name.
alter table user_webhooks
  add column template_id bigint references task_templates (id) on delete set null,
  add column secret text check (octet_length(secret) <= 1024),
  add column previous_secret text check (octet_length(previous_secret) <= 1024),
  add column previous_until timestamptz,
  alter column verification drop default,
  alter column verification drop not null,
  alter column verification type varchar(20) using cast(null as varchar),
  add constraint known_verification
    check (verification in ('standard', 'github', 'stripe', 'token')),
  add constraint by_address_or_by_url check ((channel = 'custom') = (address is null)),
  add constraint proven_where_by_url check ((channel = 'custom') = (verification is not null)),
  add constraint secret_where_proven check ((verification is null) = (secret is null)),
  add constraint previous_for_a_time check ((previous_secret is null) = (previous_until is null)),
  add constraint defaults_are_a_task
    check (jsonb_typeof(defaults) = 'object' and octet_length(defaults::text) <= 98304),
  add constraint rules_are_an_object
    check (jsonb_typeof(rules) = 'object' and octet_length(rules::text) <= 393216);
create index user_webhooks_template on user_webhooks (template_id) where template_id is not null;
comment on column user_webhooks.verification is
  'How senders over HTTP prove themselves; null where the channel vouches for them.';
comment on column user_webhooks.secret is
  'Sealed with a key that is not in the database.';

-- By which way something came stays told when the webhook is gone, so these are no references: with
-- them, to delete a webhook would rewrite all that ever came by it.
alter table agency_tasks drop constraint agency_tasks_source_webhook_id_fkey;
alter table bot_conversations drop constraint bot_conversations_webhook_id_fkey;
alter table inbound_messages drop constraint inbound_messages_webhook_id_fkey;

-- One conversation for each thing that messages have in common.
drop index bot_conversations_counterpart;
drop index bot_conversations_thread;
alter table bot_conversations
  alter column webhook_id set not null,
  alter column thread_key set not null,
  alter column thread_key type varchar(320);
create unique index bot_conversations_thread on bot_conversations (webhook_id, thread_key);

-- A message is one for each external id of its webhook, whatever another webhook calls its own.
alter table inbound_messages
  drop constraint inbound_messages_source_external_id_key,
  drop column body_key,
  alter column webhook_id set not null,
  alter column attachments set default '[]',
  alter column attachments set not null,
  add column content_type varchar(200),
  add column proof varchar(64),
  add column answered_task_id bigint,
  add column repeats integer not null default 0,
  add constraint attachments_fit_a_row
    check (jsonb_typeof(attachments) = 'array' and octet_length(attachments::text) <= 16384),
  add constraint verdicts_fit_a_row check (octet_length(verdicts::text) <= 4096),
  add constraint input_of_a_task check ((outcome = 'input') = (answered_task_id is not null));
create unique index inbound_messages_external_id on inbound_messages (webhook_id, external_id);
create unique index inbound_messages_proof on inbound_messages (webhook_id, proof)
  where proof is not null;
comment on column inbound_messages.proof is
  'What it was proven by, where its id was not signed: the same proof again is a repeat.';
comment on column inbound_messages.answered_task_id is
  'The task whose input it was; it may be gone. The task that was made of it names it.';
comment on column inbound_messages.attachments is
  'Names, types, sizes and hashes of files. Their keys are made of whose they are, of hash and name.';

-- A message becomes one task at the most, whoever looks at it and how often.
drop index agency_tasks_message;
create unique index agency_tasks_message on agency_tasks (source_message_id)
  where source_message_id is not null;

-- Where a task waits for what is said in a conversation.
create index agency_tasks_asking on agency_tasks (conversation_id)
  where conversation_id is not null and status = 'waiting_input';

alter table task_events
  drop constraint task_events_actor_check,
  add constraint task_events_actor_check
    check (actor in ('user', 'engine', 'sweep', 'dependency', 'callback', 'webhook'));

-- How many messages a webhook has taken in the minute that began then.
create table webhook_rates (
  webhook_id bigint primary key references user_webhooks (id) on delete cascade,
  since      timestamptz not null default '-infinity',
  taken      integer not null default 0 check (taken >= 0)
);
grant select, insert, update on webhook_rates to agency_tasks_app;

-- Lets one message after the other of a webhook in, until the commit. Whoever waited sees what the
-- one before has stored, which its own statement does not: so copies that come at once are one
-- message, and none of them counts but the first.
create function admit_message(hook bigint, external varchar, shown varchar, most integer,
  out earlier bigint, out task bigint, out wait integer)
volatile language plpgsql as $$
declare
  rate webhook_rates;
begin
  insert into webhook_rates (webhook_id) values (hook) on conflict do nothing;
  select * into rate from webhook_rates where webhook_id = hook for update;

  select m.id, coalesce(m.answered_task_id, t.id)
  into earlier, task
  from inbound_messages m
  left join agency_tasks t on t.source_message_id = m.id
  where m.webhook_id = hook
    and (m.external_id = external or m.proof = shown)
  order by m.id
  limit 1;

  if earlier is not null then
    update inbound_messages m set repeats = least(m.repeats + 1, 1000000) where m.id = earlier;
    return;
  end if;

  if rate.since <= now() - interval '1 minute' then
    rate.since := now();
    rate.taken := 0;
  end if;
  if rate.taken >= most then
    wait := greatest(1, ceil(extract(epoch from rate.since + interval '1 minute' - now())));
    return;
  end if;
  update webhook_rates set since = rate.since, taken = rate.taken + 1 where webhook_id = hook;
end
$$;
