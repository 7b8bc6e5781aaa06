-- What is most urgent whoever owns it. Where many tenants run nothing, a claim finds their first tasks
-- here, next to each other, without a look at each tenant.
create index agency_tasks_front on agency_tasks (lane, run_order, id) include (user_id, not_before)
  where status in ('pending', 'queued') and assigned_to_bot and not requires_human_review
    and blocked_by is null and released_at is not null;

-- As before, in a language that keeps its plans from one claim to the next; to plan anew for each tenant
-- takes longer than to look.
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
    and e.status = 'started';

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
