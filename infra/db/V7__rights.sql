-- The role that the functions log in as: it may do what the product does, and no more. Events can be
-- written and read, never changed or deleted; nothing else is deleted but what the API deletes.
-- Its password is set where the secret is known, not here.

do $$
begin
  if not exists (select from pg_roles where rolname = 'agency_tasks_app') then
    create role agency_tasks_app login;
  end if;
end
$$;

grant usage on schema public to agency_tasks_app;
grant select, insert, update on
  users, user_webhooks, bot_conversations, inbound_messages, agency_tasks, task_executions,
  task_dependencies, task_templates, idempotency_keys
  to agency_tasks_app;
grant delete on user_webhooks, task_dependencies, task_templates, idempotency_keys to agency_tasks_app;
grant select, insert on task_events to agency_tasks_app;
grant select on task_transitions to agency_tasks_app;
