-- A message may be stored after a later one, when the first try failed. In its conversation it has the
-- place of when it came to its channel.
create index inbound_messages_in_order on inbound_messages (conversation_id, received_at, id);
drop index inbound_messages_conversation;
comment on column inbound_messages.received_at is
  'When it came to its channel; the id tells when it was stored.';
