package io.agencytasks.functions.store;

import io.agencytasks.domain.change.Action;
import io.agencytasks.functions.aws.Statement;

/** Ends a review by cancelling the task; its event says what was rejected (FR-006). */
final class RejectSql {
  private static final String SQL =
      new ChangeFrame(
              """
              when t.status in ('completed', 'cancelled') then 'final'
              when not t.requires_human_review then 'no_review'
              """,
              """
              status = 'cancelled',
              status_reason = 'Rejected: ' || cast(:reason as varchar),
              human_reviewed_by = t.user_id,
              human_reviewed_at = now()
              """)
          .with(
              "audit",
              """
              coalesce(changed_fields(audited_fields(t.whole), audited_fields(m.whole)), '{}')
                || jsonb_build_object('reviewHash', jsonb_build_object(
                     'before', t.review_hash,
                     'after', reviewed_content(t.whole)))
              """)
          .sql();

  private RejectSql() {}

  static Statement of(Action.Reject reject) {
    return Statement.once(SQL).text("reason", reject.reason().value());
  }
}
