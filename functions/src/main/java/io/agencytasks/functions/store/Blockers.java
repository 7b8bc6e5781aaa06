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
   * What a task says that comes to wait anew: of a blocker that has failed or was cancelled that it
   * is so, and nothing of any other.
   *
   * @param blocker its id or null, as SQL
   */
  static String whyItWaitsFor(String blocker) {
    return "(select why_it_waits(null, null, b.id, b.status) from agency_tasks b where b.id = %s)"
        .formatted(blocker);
  }

  /**
   * A query for {@code (id, status)}.
   *
   * @param policy what the task says of those that fail, as SQL
   */
  static String first(String policy) {
    return FIRST.replace("{policy}", policy);
  }
}
