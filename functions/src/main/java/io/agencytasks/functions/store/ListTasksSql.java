package io.agencytasks.functions.store;

import io.agencytasks.domain.listing.Cursor;
import io.agencytasks.domain.listing.ListTasks;
import io.agencytasks.domain.listing.Page;
import io.agencytasks.domain.listing.TaskList;
import io.agencytasks.domain.listing.TaskQuery;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskSummary;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a page of an owner's tasks: filtered, in order, counted (FR-003). */
@Singleton
final class ListTasksSql implements ListTasks.Store {
  /**
   * Bytes of rows in one answer, as they are escaped once more on the way. With one row above it,
   * of 128 KB when all of it is escaped, it stays below the 1 MiB of the Data API.
   */
  private static final int MOST_BYTES = 880 * 1024;

  /** So many full answers leave room below the 6 MB that Lambda answers with. */
  private static final int MOST_ANSWERS = 5;

  private static final String TEMPLATE =
      """
      with matching as not materialized (
        select t.{key} as sort_key, t.id
        from agency_tasks t
        where t.user_id = owner_id(:subject)
          {filters}
      ),
      keyed as (
        select sort_key, id
        from matching
        where {keyed}
        order by sort_key {direction}, id {direction}
        limit :offset + :limit + 1
      ),
      keyless as (
        select sort_key, id
        from matching
        where {keyless}
        order by sort_key {direction}, id {direction}
        limit :offset + :limit + 1 - (select count(*) from keyed)
      ),
      page as (
        select row_number() over (order by part, sort_key {direction}, id {direction}) as place, id
        from (
          select 0 as part, sort_key, id from keyed
          union all
          select 1, sort_key, id from keyless
        ) parts
        order by place
        limit :limit + 1 offset :offset
      ),
      rows as materialized (
        select p.place, {summary} as json
        from page p
        join agency_tasks t on t.id = p.id
        where p.place <= :offset + :limit
      ),
      measured as (
        select place, json, octet_length(cast(to_json(json) as text)) as bytes
        from rows
      ),
      summed as (
        select place, json, sum(bytes) over (order by place) - bytes as bytes_before
        from measured
      ),
      answer as (
        select 0 as place, 'total' as kind, cast(count(*) as text) as json
        from matching
        where cast(:counted as boolean)
        union all
        select 0, 'size', cast(count(*) as text)
        from page
        union all
        select place, 'task', json
        from summed
        where bytes_before < cast(:mostBytes as bigint)
      )
      select kind, json
      from answer
      order by place
      """
          .replace("{summary}", TaskRows.SUMMARY);

  private final DataApi database;

  ListTasksSql(DataApi database) {
    this.database = database;
  }

  @Override
  public TaskList list(Owner owner, TaskQuery query) {
    int limit = query.page().limit();
    var rows = part(owner, query, true);
    long total = count(rows, "total");
    var tasks = new ArrayList<>(tasks(rows));
    long size = count(rows, "size");
    for (int n = 1; n < MOST_ANSWERS && tasks.size() < Math.min(size, limit); n++) {
      var rest = new Page(limit - tasks.size(), 0, Optional.of(behind(tasks, query)));
      var more = part(owner, query.with(rest), false);
      size = tasks.size() + count(more, "size");
      tasks.addAll(tasks(more));
    }
    return new TaskList(
        List.copyOf(tasks),
        total,
        size > tasks.size() ? Optional.of(behind(tasks, query)) : Optional.empty());
  }

  private List<Row> part(Owner owner, TaskQuery query, boolean counted) {
    var filters = ListFilters.of(query.filter());
    var order = new ListOrder(query.sort(), query.page().after());
    var sql = order.into(TEMPLATE).replace("{filters}", filters.sql());
    var statement =
        Statement.repeatable(sql)
            .text("subject", owner.subject())
            .number("limit", query.page().limit())
            .number("offset", query.page().offset())
            .text("counted", Boolean.toString(counted))
            .number("mostBytes", MOST_BYTES);
    return database.rows(order.bind(filters.bind(statement)));
  }

  private static List<TaskSummary> tasks(List<Row> rows) {
    return TaskRows.all(rows, "task", TaskSummary.class);
  }

  private static long count(List<Row> rows, String kind) {
    return TaskRows.first(rows, kind).map(Long::parseLong).orElse(0L);
  }

  /** By the last task and not by a count, which what others insert meanwhile would put out. */
  private static Cursor behind(List<TaskSummary> tasks, TaskQuery query) {
    return Cursor.behind(tasks.getLast(), query.sort());
  }
}
