package io.agencytasks.functions.store;

/** Messages as rows. */
final class MessageRows {
  /** A message {@code m} with what came of it. */
  static final String JSON =
      """
      cast(to_jsonb(m) || jsonb_build_object('task', coalesce(
        (select jsonb_build_object('id', t.id, 'title', t.title, 'status', t.status)
         from agency_tasks t
         where t.source_message_id = m.id
           and t.user_id = m.user_id),
        (select jsonb_build_object('id', t.id, 'title', t.title, 'status', t.status)
         from agency_tasks t
         where t.id = m.answered_task_id
           and t.user_id = m.user_id))) as text)
      """
          .strip();

  private MessageRows() {}
}
