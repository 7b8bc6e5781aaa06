package io.agencytasks.functions.store;

import io.agencytasks.domain.change.Action;
import io.agencytasks.functions.aws.Statement;

/** Takes the answer to a task's question: input for its executor, or a verdict on what it did. */
final class GiveInputSql {
  /** What it does to the task {@code t}; the answer is bound as {@code :input}. */
  static final String CHANGES =
      """
      status = case
        when t.asks = 'input' or cast(:input as jsonb) = '"retry"' then 'pending'
        when cast(:input as jsonb) = '"cancel"' then 'cancelled'
        else 'completed'
      end,
      status_reason = null,
      input = case t.asks when 'input' then cast(:input as jsonb) else t.input end,
      input_deadline = null,
      triggered_by = 'input',
      triggered_by_user_id = t.user_id,
      released_at = case
        when t.scheduled_for > now() then t.released_at
        else coalesce(t.released_at, now())
      end,
      not_before = now()
      """
          .strip();

  private static final String SQL =
      new ChangeFrame(
              """
              when t.status <> 'waiting_input' then 'not_waiting'
              when t.asks = 'verdict'
                and cast(:input as jsonb) not in ('"retry"', '"mark done"', '"cancel"') then 'no_verdict'
              """,
              CHANGES)
          .with(
              "why",
              """
              case t.asks
                when 'input' then 'Input was given'
                else 'Asked whether it had run, and told: ' || (cast(:input as jsonb) #>> '{}')
              end
              """)
          .sql();

  private GiveInputSql() {}

  static Statement of(Action.GiveInput given) {
    return Statement.once(SQL).text("input", given.input().text());
  }
}
