package io.agencytasks.functions.store;

/** What is asked for when a task is to be made, and all that speaks against it. */
final class Drafts {
  /**
   * Stands behind {@code base (document, source_type, reason, dry_run)}; its parameters are {@code
   * :overrides}, what the caller says, and {@code :types}. Leaves {@code input} and what its task
   * type makes of it, {@code judged (lane, on_uncertain, faults)}.
   *
   * <p>The base's configuration keeps what was said of it when it was stored; it fits no other task
   * type than its own. Whoever switches the base's review off switches off its deadline too.
   */
  static final String INPUT =
      """
      draft as (
        select source_type, reason, dry_run,
               carried and retyped as misfit,
               case when carried then document else document - 'on_uncertain' end
                 || case
                      when overrides @> '{"requires_human_review": false}'
                        then cast('{"review_deadline": null, "on_review_expiry": "hold"}' as jsonb)
                      else '{}'
                    end
                 || overrides as document
        from base,
             cast(:overrides as jsonb) as overrides,
             lateral (
               select overrides -> 'execution_config' is null
                        and jsonb_typeof(document -> 'execution_config') = 'object' as carried,
                      overrides ->> 'task_type' <> document ->> 'task_type' as retyped
             ) as config
      ),
      input as (
        select i.*, source_type, reason, dry_run, misfit
        from draft, jsonb_to_record(document) as i (
          template_id bigint, occurrence_at timestamptz, title text, description text, category text, task_type text,
          priority text, urgency text, assigned_to_bot boolean, requires_human_review boolean,
          review_deadline timestamptz, on_review_expiry text, execution_type text, execution_config jsonb, on_uncertain text,
          scheduled_for timestamptz, deadline timestamptz, depends_on jsonb,
          on_dependency_failure text, tags jsonb, metadata jsonb, max_retries integer,
          notify_on_complete boolean, notify_on_failure boolean)
      ),
      judged as (
        select lane,
               coalesce(input.on_uncertain, verdict.on_uncertain) as on_uncertain,
               case when input.on_uncertain is null then faults else '[]' end as faults
        from input, jsonb_to_record(cast(:types as jsonb) -> task_type) as verdict (
          lane text, on_uncertain text, faults jsonb)
      )
      """
          .strip();

  /**
   * Leaves {@code wanted (id)}, what it shall wait for, {@code found (id, status)}, those that are
   * there, locked, {@code missing (id)}, and {@code faults (field, message)}, all others.
   */
  static final String FAULTS =
      """
      wanted as (
        select cast(value as bigint) as id
        from input, jsonb_array_elements_text(depends_on)
      ),
      found as (
        select t.id, t.status
        from agency_tasks t
        where t.id in (select id from wanted)
          and t.user_id in (select id from acting)
          and t.status <> 'cancelled'
        order by t.id
        for share
      ),
      missing as (
        select id from wanted
        except
        select id from found
        order by id
      ),
      faults as (
        select 'title' as field, 'is required' as message
        from input
        where title is null
        union all
        select 'taskType', 'is required'
        from input
        where task_type is null
        union all
        select 'executionConfig', 'must be given with another taskType'
        from input
        where misfit
        union all
        select fault ->> 'field', fault ->> 'message'
        from judged, jsonb_array_elements(faults) as fault
        union all
        select 'scheduledFor', 'is required when executionType is scheduled'
        from input
        where execution_type = 'scheduled'
          and scheduled_for is null
        union all
        select 'reviewDeadline', 'needs requiresHumanReview to be true'
        from input
        where not requires_human_review
          and review_deadline is not null
        union all
        select 'onReviewExpiry', 'needs requiresHumanReview to be true'
        from input
        where not requires_human_review
          and on_review_expiry <> 'hold'
      )
      """
          .strip();

  private Drafts() {}
}
