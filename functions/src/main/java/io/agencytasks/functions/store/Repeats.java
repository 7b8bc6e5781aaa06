package io.agencytasks.functions.store;

import io.agencytasks.domain.repeat.IdempotencyKey;
import io.agencytasks.domain.repeat.Once;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import io.agencytasks.functions.aws.StatementRefused;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has a statement do its work once for each Idempotency-Key, and answer repeats as it answered
 * then. Work and answer are kept or lost together, since they are one statement; without a key both
 * fragments find nothing and keep nothing.
 */
final class Repeats {
  /**
   * Stands behind {@code owner (id)}. Leaves {@code acting (id)}: the owner, unless the request is
   * a repeat. A statement that works for {@code acting} does nothing in a repeat.
   */
  static final String ACTING =
      """
      earlier as (
        select request_hash, answer
        from idempotency_keys
        where user_id in (select id from owner)
          and key = :key
          and expires_at > now()
      ),
      acting as (
        select id
        from owner
        where not exists (select from earlier)
      )
      """
          .strip();

  /**
   * The end of the statement, behind its last CTE {@code answer (kind, json)}: answers with its
   * rows, and keeps them under the key. Of a repeat, answers with those that were kept. What has
   * expired makes room first: who keeps looks at what was deleted.
   */
  static final String ANSWER =
      """
      expired as (
        delete from idempotency_keys
        where user_id in (select id from owner)
          and key = :key
          and expires_at <= now()
        returning key
      ),
      kept as (
        insert into idempotency_keys (user_id, key, request_hash, answer, expires_at)
        select acting.id, :key, :requestHash,
               coalesce((
                 select jsonb_agg(jsonb_build_object('kind', kind, 'json', json))
                 from answer), '[]'),
               now() + interval '24 hours'
        from acting
        where cast(:key as varchar) is not null
          and (select count(*) from expired) >= 0
      )
      select kind, json
      from answer
      union all
      select case request_hash when :requestHash then 'repeat' else 'other_request' end, 'true'
      from earlier
      union all
      select kept_row ->> 'kind', kept_row ->> 'json'
      from earlier, jsonb_array_elements(answer) as kept_row
      where request_hash = :requestHash
      """
          .strip();

  private static final String PRIMARY_KEY = "idempotency_keys_pkey";

  private Repeats() {}

  static Statement statement(String sql, @Nullable IdempotencyKey key) {
    return keyed(Statement.once(sql), key);
  }

  /** With a key, a second run does no harm: it finds what the first one came to. */
  static Statement keyed(Statement statement, @Nullable IdempotencyKey key) {
    return key == null
        ? statement.text("key", null).text("requestHash", null)
        : statement
            .madeRepeatable()
            .text("key", key.value())
            .text("requestHash", key.requestHash());
  }

  /** Runs it; the rows are decoded in the same way, whether they are new or were kept. */
  static <T> Once<T> run(DataApi database, Statement statement, Function<List<Row>, T> decode) {
    try {
      var rows = database.rows(statement);
      if (TaskRows.first(rows, "other_request").isPresent()) {
        return new Once.OtherRequest<>();
      }
      var result = decode.apply(rows);
      return TaskRows.first(rows, "repeat").isPresent()
          ? new Once.Again<>(result)
          : new Once.First<>(result);
    } catch (StatementRefused refused) {
      if (refused.broke(PRIMARY_KEY)) {
        return new Once.InFlight<>();
      }
      throw refused;
    }
  }
}
