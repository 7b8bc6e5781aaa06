-- What may happen to a task: the same table as TaskStatus in the domain, here as the last guard.

create table task_transitions (
  from_status varchar(50) not null,
  to_status   varchar(50) not null,
  primary key (from_status, to_status)
);

insert into task_transitions (from_status, to_status) values
  ('pending', 'queued'),
  ('pending', 'in_progress'),
  ('pending', 'deferred'),
  ('pending', 'completed'),
  ('pending', 'failed'),
  ('pending', 'cancelled'),
  ('queued', 'in_progress'),
  ('queued', 'deferred'),
  ('queued', 'completed'),
  ('queued', 'failed'),
  ('queued', 'cancelled'),
  ('in_progress', 'completed'),
  ('in_progress', 'failed'),
  ('in_progress', 'pending'),
  ('in_progress', 'waiting_input'),
  ('in_progress', 'deferred'),
  ('in_progress', 'cancelled'),
  ('waiting_input', 'pending'),
  ('waiting_input', 'failed'),
  ('waiting_input', 'cancelled'),
  ('deferred', 'pending'),
  ('deferred', 'cancelled'),
  ('failed', 'queued'),
  ('failed', 'pending'),
  ('failed', 'cancelled');

-- Keeps what must be true after every change, whoever makes it: legal transitions only, nothing
-- started or finished past an open review, times that follow the state, a version that counts.
create function guard_task() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'pending' then
      raise exception 'a task starts as pending, not as %', new.status using errcode = 'AT001';
    end if;
  else
    if new.status <> old.status then
      if not exists (select from task_transitions
                     where from_status = old.status and to_status = new.status) then
        raise exception 'a task may not go from % to %', old.status, new.status
          using errcode = 'AT001';
      end if;
      if new.requires_human_review
         and (new.status in ('queued', 'in_progress')
              or old.status in ('pending', 'queued') and new.status in ('completed', 'failed')) then
        raise exception 'a task may not become % before its review', new.status
          using errcode = 'AT002';
      end if;
      case new.status
        when 'queued' then new.queued_at = now();
        when 'in_progress' then new.started_at = now();
        when 'completed' then new.completed_at = now();
        else null;
      end case;
    end if;
    new.version = old.version + 1;
    new.updated_at = now();
  end if;
  new.run_order = new.released_at - make_interval(secs => new.head_start);
  return new;
end
$$;

create trigger guard_task before insert or update on agency_tasks
  for each row execute function guard_task();
