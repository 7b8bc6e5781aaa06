-- Whether the owner is to be told of an event: known when it is written, so that nobody has to ask the
-- database about events that are none of the owner's. That a reminder is done, its owner has just heard.

create or replace function announce() returns trigger language plpgsql as $$
begin
  insert into task_event_outbox (task_id, type, detail)
  select new.id, a.type,
         a.more || jsonb_build_object(
           'version', '1',
           'taskId', new.id,
           'taskUuid', new.task_uuid,
           'userId', new.user_id,
           'taskType', new.task_type,
           'category', new.category,
           'priority', new.priority,
           'from', old.status,
           'to', new.status,
           'notify', case a.type
               when 'TaskCompleted' then new.notify_on_complete and new.task_type <> 'reminder'
               when 'TaskFailed' then new.notify_on_failure
               else false
             end
             and exists (select from users u where u.id = new.user_id and u.email is not null),
           'occurredAt', in_utc(now()))
  from announcements(old, new) a;
  return null;
end
$$;

comment on table task_notifications is
  'What was sent because of a task, events and mails: the API''s notificationsSent.';
