-- Executions that go on elsewhere, without a worker, until a callback says what became of them.

alter table task_executions
  add column awaits_callback boolean not null default false,
  add column callback_hash bytea check (octet_length(callback_hash) = 32),
  add column callback_until timestamptz,
  add constraint callbacks_have_an_end check ((callback_hash is null) = (callback_until is null));
comment on column task_executions.awaits_callback is
  'Its worker has handed it over and is free: no heartbeat extends its lease, and no cap counts it.';
comment on column task_executions.callback_hash is
  'SHA-256 of the token that lets its holder end it, once, while it is started.';

create unique index task_executions_callback on task_executions (callback_hash)
  where status = 'started' and callback_hash is not null;

-- A cap keeps one tenant from holding all workers, so what has none is left out of it, and of the
-- index by which claims count.
drop index task_executions_running;
create index task_executions_running on task_executions (user_id)
  where status = 'started' and not awaits_callback;

create or replace function line_now(
  lane varchar, tenant bigint, cap bigint, at_most bigint,
  out running bigint, out tasks bigint[], out run_orders timestamptz[]
) volatile language plpgsql
  set plan_cache_mode = force_generic_plan
as $$
begin
  select count(*) into running
  from task_executions e
  where e.user_id = tenant
    and e.status = 'started'
    and not e.awaits_callback;

  select array_agg(first.id order by first.run_order, first.id),
         array_agg(first.run_order order by first.run_order, first.id)
  into tasks, run_orders
  from (
    select t.id, t.run_order
    from agency_tasks t
    where t.user_id = tenant
      and t.lane = line_now.lane
      and t.not_before <= now()
      and t.status in ('pending', 'queued') and t.assigned_to_bot and not t.requires_human_review
      and t.blocked_by is null and t.released_at is not null
    order by t.run_order, t.id
    limit least(at_most, greatest(0, cap - running))
  ) first;
end
$$;

-- A log with more lines, in the order of their times. Lines that do not fit are left out: whoever
-- settles may add as much as a row has room for, whoever only tells how far it is leaves some for that.
create function logged(lines jsonb, more jsonb, most_bytes integer) returns jsonb stable language sql as $$
  select case
    when lines is null then more
    when more is null or octet_length(lines::text) + octet_length(more::text) > most_bytes then lines
    else (
      select jsonb_agg(line order by cast(line ->> 'at' as timestamptz), place)
      from jsonb_array_elements(lines || more) with ordinality as both_of_them (line, place))
  end
$$;

-- As before, but that a callback may be the one that acts.
alter table task_events
  drop constraint task_events_actor_check,
  add constraint task_events_actor_check
    check (actor in ('user', 'engine', 'sweep', 'dependency', 'callback'));
