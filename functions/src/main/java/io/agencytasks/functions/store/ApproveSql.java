package io.agencytasks.functions.store;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.change.Remark;
import io.agencytasks.functions.aws.Statement;

/** Ends a review by letting the task run; what was approved is kept as a hash (FR-005). */
final class ApproveSql {
  private static final String SQL =
      new ChangeFrame(
              """
              when t.status in ('completed', 'cancelled') or t.payloads_cleared_at is not null
                then 'final'
              when not t.requires_human_review then 'no_review'
              """,
              """
              requires_human_review = false,
              review_deadline = null,
              human_reviewed_by = t.user_id,
              human_reviewed_at = now(),
              review_hash = reviewed_content(t),
              status = case when t.status in ('pending', 'failed') then 'queued' else t.status end,
              queued_at = case
                when t.status in ('pending', 'queued', 'failed') then now()
                else t.queued_at
              end,
              status_reason = case
                when t.status = 'waiting_input' then t.status_reason
                else coalesce(cast(:notes as varchar), {whyItWaits})
              end,
              error_count = case t.status when 'failed' then 0 else t.error_count end,
              triggered_by = case when v.releases then 'approval' else t.triggered_by end,
              triggered_by_user_id = case
                when v.releases then t.user_id
                else t.triggered_by_user_id
              end,
              released_at = case when v.releases then now() else t.released_at end,
              not_before = case
                when v.releases and t.status <> 'deferred' then now()
                else t.not_before
              end
              """)
          .with("whyItWaits", Blockers.whyItWaitsFor("t.blocked_by"))
          .with(
              "alsoJudged",
              """
              , t.status = 'deferred'
                or t.status in ('pending', 'queued', 'failed')
                   and (t.scheduled_for is null or t.scheduled_for <= now()) as releases
              """)
          .with("why", "cast(:notes as varchar)")
          .sql();

  private ApproveSql() {}

  static Statement of(Action.Approve approve) {
    return Statement.once(SQL).text("notes", approve.notes().map(Remark::value).orElse(null));
  }
}
