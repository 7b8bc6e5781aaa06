package io.agencytasks.functions.store;

/**
 * What an update does to the dependencies of its task, where {@code patch.doc} gives them: those
 * that are not there and a circle that they would close are found, the others are replaced.
 */
final class NewEdges {
  /**
   * Leaves {@code wanted (id)}, {@code found (id, status)}, {@code missing (id)}, and {@code circle
   * (path)}: from the task, along what waits for what, back to itself; no row where there is none.
   */
  static final String STEPS =
      """
      wanted as (
        select cast(value as bigint) as id
        from patch, jsonb_array_elements_text(coalesce(doc -> 'depends_on', '[]'))
      ),
      standing as (
        select e.depends_on_id as id
        from task_dependencies e
        where e.task_id in (select id from task)
          and (select doc -> 'depends_on' from patch) is not null
      ),
      found as (
        select b.id, b.status
        from agency_tasks b
        where b.id in (select id from wanted)
          and b.user_id in (select user_id from task)
          and (b.status <> 'cancelled' or b.id in (select id from standing))
        order by b.id
        for share
      ),
      missing as (
        select id from wanted
        except
        select id from found
      ),
      reached (id, waiting) as (
        select id, cast(null as bigint)
        from wanted
        union
        select e.depends_on_id, r.id
        from reached r
        join task_dependencies e on e.task_id = r.id
      ),
      trail (id, path) as (
        select t.id, array[t.id]
        from task t
        where t.id in (select id from reached)
        union all
        select r.waiting, r.waiting || trail.path
        from trail
        cross join lateral (
          select min(waiting) as waiting
          from reached
          where reached.id = trail.id
            and not exists (select from wanted where wanted.id = trail.id)
        ) r
        where r.waiting is not null
      ),
      circle as (
        select t.id || trail.path as path
        from task t, trail
        order by cardinality(trail.path) desc
        limit 1
      )
      """
          .strip();

  /** Replaces the edges of the task that {@code moved}. */
  static final String WRITTEN =
      """
      dropped as (
        delete from task_dependencies e
        using moved m
        where e.task_id = m.id
          and e.depends_on_id in (select id from standing)
          and e.depends_on_id not in (select id from wanted)
      ),
      added as (
        insert into task_dependencies (task_id, depends_on_id)
        select m.id, w.id
        from moved m, wanted w
        where w.id not in (select id from standing)
      ),
      """;

  /** The edges before and after, as a document of changes; empty where they stay. */
  static final String CHANGES =
      """
      case
        when (select doc -> 'depends_on' from patch) is null then '{}'
        when not exists (
            (select id from wanted except select id from standing)
            union all
            (select id from standing except select id from wanted)) then '{}'
        else jsonb_build_object('dependsOn', jsonb_build_object(
          'before', (select coalesce(jsonb_agg(id order by id), '[]') from standing),
          'after', (select coalesce(jsonb_agg(id order by id), '[]') from wanted)))
      end
      """;

  /** What task {@code t} depends on afterwards. */
  static final String DEPENDS_ON =
      """
      case
        when (select doc -> 'depends_on' from patch) is null then {now}
        else (select coalesce(jsonb_agg(id order by id), '[]') from wanted)
      end
      """
          .replace("{now}", TaskRows.DEPENDS_ON)
          .strip();

  private NewEdges() {}
}
