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
      standing as (
        select e.id
        from patch, task t
        cross join lateral edges_now(t.id) as e (id)
        where doc -> 'depends_on' is not null
           or doc -> 'on_dependency_failure' is not null
      ),
      wanted as (
        select cast(value as bigint) as id
        from patch, jsonb_array_elements_text(doc -> 'depends_on')
        union all
        select standing.id
        from patch, standing
        where doc -> 'depends_on' is null
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

  /** Whether the edges are to be others. */
  static final String REWIRED =
      """
      exists (
        (select id from wanted except select id from standing)
        union all
        (select id from standing except select id from wanted))
      """
          .strip();

  /**
   * Replaces the edges of task {@code m}: what they were and are, as a document of changes; empty
   * where they stay.
   */
  static final String CHANGES =
      """
      case
        when (select doc -> 'depends_on' from patch) is null then '{}'
        else rewire(m.id, (select doc -> 'depends_on' from patch))
      end
      """;

  /** What task {@code t}, which is locked, depends on: a wait for the lock makes a snapshot old. */
  static final String EDGES_NOW =
      "(select coalesce(jsonb_agg(e.id order by e.id), '[]') from edges_now(t.id) as e (id))";

  /** What task {@code t} depends on afterwards. */
  static final String DEPENDS_ON =
      """
      case
        when (select doc -> 'depends_on' from patch) is null then {now}
        else (select coalesce(jsonb_agg(id order by id), '[]') from wanted)
      end
      """
          .replace("{now}", EDGES_NOW)
          .strip();

  private NewEdges() {}
}
