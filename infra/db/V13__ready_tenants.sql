-- Who has something to run, so that a claim need not search the tasks for it; and the lock that makes
-- each tenant's cap strict: executions are started under it, and nowhere else.

create table ready_tenants (
  user_id bigint primary key references users (id) on delete cascade
);
comment on table ready_tenants is
  'Tenants with released tasks, and until the next sweep those whose tasks are done.';

grant select, insert, update, delete on ready_tenants to agency_tasks_app;

-- The tenant first, by whom the tasks are looked for; the first of them is read, and its time beside it.
drop index agency_tasks_ready;
create index agency_tasks_ready on agency_tasks (user_id, lane, run_order, id) include (not_before)
  where status in ('pending', 'queued') and assigned_to_bot and not requires_human_review
    and blocked_by is null and released_at is not null;

insert into ready_tenants (user_id)
select distinct t.user_id
from agency_tasks t
where t.status in ('pending', 'queued') and t.assigned_to_bot and not t.requires_human_review
  and t.blocked_by is null and t.released_at is not null;

-- Puts a tenant in, and tells whether it was missing. Whoever finds it keeps it from being taken out
-- before their own commit; claims do not mind. Whoever comes while another puts it in leaves it to
-- them, as waiting could be mutual: should the other fail, the next sweep puts it in.
create function note_ready_tenant(tenant bigint) returns boolean volatile language plpgsql as $$
begin
  perform from ready_tenants where user_id = tenant for key share;
  if found or not pg_try_advisory_xact_lock(hashtext('ready_tenants'), hashint8(tenant)) then
    return false;
  end if;
  insert into ready_tenants (user_id) values (tenant) on conflict do nothing;
  return found;
end
$$;

create function note_ready_task() returns trigger language plpgsql as $$
begin
  perform note_ready_tenant(new.user_id);
  return null;
end
$$;

create trigger note_ready_task after insert or update on agency_tasks
  for each row
  when (new.status in ('pending', 'queued') and new.assigned_to_bot and not new.requires_human_review
        and new.blocked_by is null and new.released_at is not null)
  execute function note_ready_task();

-- A statement that had to wait for a tenant's lock has a snapshot from before the wait; volatile
-- functions look anew.

-- Whether a tenant has released tasks, whenever they may run.
create function has_ready_tasks_now(tenant bigint) returns boolean volatile language sql as $$
  select exists (
    select
    from agency_tasks t
    where t.user_id = tenant
      and t.status in ('pending', 'queued') and t.assigned_to_bot and not t.requires_human_review
      and t.blocked_by is null and t.released_at is not null)
$$;

-- How much a tenant runs, and what it may start besides: as many tasks as the cap leaves and as are
-- asked for, most urgent first, each with its run_order.
create function line_now(
  lane varchar, tenant bigint, cap bigint, at_most bigint,
  out running bigint, out tasks bigint[], out run_orders timestamptz[]
) volatile language sql as $$
  select e.running, first.tasks, first.run_orders
  from (
    select count(*) as running
    from task_executions
    where user_id = tenant
      and status = 'started'
  ) e
  cross join lateral (
    select array_agg(id order by run_order, id) as tasks,
           array_agg(run_order order by run_order, id) as run_orders
    from (
      select t.id, t.run_order
      from agency_tasks t
      where t.user_id = tenant
        and t.lane = line_now.lane
        and t.not_before <= now()
        and t.status in ('pending', 'queued') and t.assigned_to_bot and not t.requires_human_review
        and t.blocked_by is null and t.released_at is not null
      order by t.run_order, t.id
      limit least(at_most, greatest(0, cap - e.running))
    ) in_order
  ) first
$$;
