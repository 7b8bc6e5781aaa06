package io.agencytasks.functions.store;

import io.agencytasks.domain.task.Cursor;
import io.agencytasks.domain.task.ListTasks;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.Page;
import io.agencytasks.domain.task.TaskList;
import io.agencytasks.domain.task.TaskSummary;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a page of an owner's tasks, newest first (FR-003). */
@Singleton
final class ListTasksSql implements ListTasks.Store {
  /**
   * Bytes of rows in one answer: half of what the Data API carries, since quotes inside a JSON text
   * are escaped once more on the way.
   */
  private static final int MOST_BYTES = 480 * 1024;

  private static final String SQL =
      """
      with owner as (
        select id from users where subject = :subject
      ),
      page as (
        select t.*
        from agency_tasks t
        where t.user_id = (select id from owner)
          and (t.created_at, t.id) < (cast(:beforeTime as timestamptz), :beforeId)
        order by t.created_at desc, t.id desc
        limit :limit offset :offset
      ),
      rows as materialized (
        select t.created_at, t.id, {summary} as json
        from page t
      ),
      measured as (
        select created_at, id, json,
               sum(octet_length(json)) over (order by created_at desc, id desc)
                 - octet_length(json) as bytes_before
        from rows
      ),
      answer as (
        select 0 as part, 'total' as kind, cast(count(*) as text) as json,
               cast(null as timestamptz) as created_at, cast(null as bigint) as id
        from agency_tasks
        where user_id = (select id from owner)
        union all
        select 0, 'size', cast(count(*) as text), null, null
        from page
        union all
        select 1, 'task', json, created_at, id
        from measured
        where bytes_before < cast(:mostBytes as bigint)
      )
      select kind, json
      from answer
      order by part, created_at desc, id desc
      """
          .replace("{summary}", TaskRows.SUMMARY);

  private final DataApi database;

  ListTasksSql(DataApi database) {
    this.database = database;
  }

  @Override
  public TaskList list(Owner owner, Page page) {
    var rows = part(owner, page);
    long total = count(rows, "total");
    long size = count(rows, "size");
    var tasks = new ArrayList<>(TaskRows.all(rows, "task", TaskSummary.class));
    while (tasks.size() < size) {
      var rest = new Page(page.limit() - tasks.size(), 0, Optional.of(after(tasks)));
      var more = TaskRows.all(part(owner, rest), "task", TaskSummary.class);
      if (more.isEmpty()) {
        break;
      }
      tasks.addAll(more);
    }
    return new TaskList(List.copyOf(tasks), total, next(tasks, page.limit()));
  }

  private List<Row> part(Owner owner, Page page) {
    return database.rows(
        Statement.repeatable(SQL)
            .text("subject", owner.subject())
            .text("beforeTime", page.after().map(c -> c.createdAt().toString()).orElse("infinity"))
            .number("beforeId", page.after().map(c -> c.id().value()).orElse(Long.MAX_VALUE))
            .number("limit", page.limit())
            .number("offset", page.offset())
            .number("mostBytes", MOST_BYTES));
  }

  private static long count(List<Row> rows, String kind) {
    return TaskRows.first(rows, kind).map(Long::parseLong).orElse(0L);
  }

  /** Only a full page can have one behind it. */
  private static Optional<Cursor> next(List<TaskSummary> tasks, int limit) {
    return tasks.size() < limit ? Optional.empty() : Optional.of(after(tasks));
  }

  /** By the last task and not by a count, which what others insert meanwhile would put out. */
  private static Cursor after(List<TaskSummary> tasks) {
    return new Cursor(tasks.getLast().createdAt(), tasks.getLast().id());
  }
}
