-- What a locked task depends on. A statement that had to wait for the lock has a snapshot from before
-- the wait; a volatile function looks anew.

create function edges_now(task bigint) returns setof bigint volatile language sql as $$
  select depends_on_id from task_dependencies where task_id = task
$$;

-- Gives a locked task other edges, and tells which field that changes: nothing where they stay.
create function rewire(task bigint, wanted jsonb) returns jsonb volatile language plpgsql as $$
declare
  before jsonb;
  after jsonb;
begin
  select coalesce(jsonb_agg(depends_on_id order by depends_on_id), '[]') into before
  from task_dependencies
  where task_id = task;

  select coalesce(jsonb_agg(value order by value), '[]') into after
  from jsonb_array_elements(wanted);

  if before = after then
    return '{}';
  end if;

  delete from task_dependencies
  where task_id = task
    and not after @> to_jsonb(depends_on_id);

  insert into task_dependencies (task_id, depends_on_id)
  select task, cast(value as bigint)
  from jsonb_array_elements(after)
  where not before @> value;

  return jsonb_build_object('dependsOn', jsonb_build_object('before', before, 'after', after));
end
$$;
