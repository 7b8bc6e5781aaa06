package io.agencytasks.functions.store;

/**
 * The statement that every report is read with: a page of one user's rows behind a mark, in order
 * of time, cut before the answer is full. A report fills in where its rows come from.
 */
final class ReportFrame {
  /**
   * Bytes of rows in one answer, as they are escaped once more on the way. The Data API stops at 1
   * MiB, and the one row that may lie above this takes 64 KB at most.
   */
  static final int MOST_BYTES = 880 * 1024;

  /** Rows of one answer, about as many as it holds if their texts are short. */
  static final int MOST_ROWS = 2_000;

  private static final String FRAME =
      """
      with rows as materialized (
        {rows}
      ),
      measured as (
        select at, id, json,
               sum(octet_length(cast(to_json(json) as text))) over (order by at, id) as bytes,
               row_number() over (order by at, id) as place
        from rows
      )
      select kind, json
      from (
        select 0 as place, 'size' as kind, cast(count(*) as text) as json
        from rows
        union all
        select place, 'row', json
        from measured
        where place = 1
           or bytes <= cast(:mostBytes as bigint)
      ) answer
      order by place
      """;

  /** What must hold of a row {@code {row}} of a task {@code t}; an empty list asks for nothing. */
  private static final String WANTED =
      """
      {row}.user_id = :userId
        and {at} < cast(:to as timestamptz)
        and ({at}, {row}.id) > (cast(:behindTime as timestamptz), :behindId)
        and (:statuses = '[]' or cast(:statuses as jsonb) @> to_jsonb({status}))
        and (:priorities = '[]' or cast(:priorities as jsonb) @> to_jsonb(t.priority))
        and (:categories = '[]' or cast(:categories as jsonb) @> to_jsonb(t.category))
        and (:taskTypes = '[]' or cast(:taskTypes as jsonb) @> to_jsonb(t.task_type))
        and (:tags = '[]' or exists (
          select from jsonb_array_elements(t.tags) as tag (value)
          where cast(:tags as jsonb) @> tag.value))
      """;

  /**
   * The task of a row {@code {row}}, looked up for each: with a plain join, the planner would
   * rather join all tasks of the user to all rows, and sort them, for each page anew.
   */
  private static final String ITS_TASK =
      """
      cross join lateral (
        select *
        from agency_tasks t
        where t.id = {row}.task_id
          and t.user_id = {row}.user_id
        limit 1) t
      """;

  private ReportFrame() {}

  /**
   * The statement.
   *
   * @param rows selects {@code at, id, json} of what is {@code {wanted}}, in that order, at most
   *     {@code :mostRows}; with {@code {itsTask}} where a row is not the task itself
   * @param row what the rows are called there
   * @param at when the row was
   * @param status what the filter of that name looks at
   */
  static String of(String rows, String row, String at, String status) {
    var wanted =
        WANTED.replace("{row}", row).replace("{at}", at).replace("{status}", status).strip();
    var filled =
        rows.replace("{wanted}", wanted)
            .replace("{itsTask}", ITS_TASK.replace("{row}", row).strip());
    return FRAME.replace("{rows}", filled.strip());
  }
}
