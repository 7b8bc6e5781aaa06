-- A ready task has been ready since its not_before: how long tasks wait for a worker is told by it.
-- Claims, approvals, retries and times set it as they release; what is ready for another reason, as its
-- blocker has ended or a person has handed it to the bot, is so from now on.
create function note_since_when_ready() returns trigger language plpgsql as $$
begin
  new.not_before = now();
  return new;
end
$$;

create trigger note_since_when_ready before update on agency_tasks
  for each row
  when (
    new.not_before < now()
    and new.status in ('pending', 'queued') and new.assigned_to_bot and not new.requires_human_review
    and new.blocked_by is null and new.released_at is not null
    and not (
      old.status in ('pending', 'queued') and old.assigned_to_bot and not old.requires_human_review
      and old.blocked_by is null and old.released_at is not null))
  execute function note_since_when_ready();
