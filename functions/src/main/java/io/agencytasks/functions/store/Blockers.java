package io.agencytasks.functions.store;

/** What a task waits for first, of those that it depends on (US-009). */
final class Blockers {
  /**
   * Of {@code found (id, status)}, for a task whose policy stands in {@code {policy}}: one row, or
   * none where nothing holds the task back.
   */
  private static final String FIRST =
      """
      select f.id, f.status
      from found f
      where f.status <> 'completed'
        and not (f.status in ('failed', 'cancelled') and {policy} = 'run')
      order by f.id
      limit 1
      """
          .strip();

  private Blockers() {}

  /**
   * A query for {@code (id, status)}.
   *
   * @param policy what the task says of those that fail, as SQL
   */
  static String first(String policy) {
    return FIRST.replace("{policy}", policy);
  }
}
