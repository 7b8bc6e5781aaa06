-- An answer is kept as the rows that the statement itself gave, so that a repeat is decoded by the same
-- code and reads the same, byte for byte. While a request is in flight, nobody sees its row: whoever
-- comes with the same key meanwhile loses by the primary key.

alter table idempotency_keys
  drop column status,
  drop column headers,
  drop column body,
  add column answer jsonb not null
    check (jsonb_typeof(answer) = 'array' and octet_length(answer::text) <= 1048576);
comment on column idempotency_keys.answer is
  'Rows of kind and json, as many as the Data API carries in one answer.';

-- A template may hold whatever a create body may, each field at its limit.
alter table task_templates
  drop constraint task_templates_task_check,
  add constraint task_templates_task_check
    check (jsonb_typeof(task) = 'object' and octet_length(task::text) <= 98304);
comment on column task_templates.task is
  'Any part of a task in the names of its columns, and what its configuration says of on_uncertain.';
