-- What senders call their messages, so that answers find what they answer.
alter table inbound_messages add column known_as varchar(255);
create index inbound_messages_known_as on inbound_messages (webhook_id, known_as, id)
  where known_as is not null;
comment on column inbound_messages.known_as is
  'What its sender calls it and answers to it name; of the sender''s making, and no two need differ.';
