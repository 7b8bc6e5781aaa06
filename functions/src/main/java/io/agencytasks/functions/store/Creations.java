package io.agencytasks.functions.store;

/**
 * The one insert of tasks, whatever they are made from (FR-001, US-013, G7). A new task is a
 * document in the database's names: that of its {@code base}, with the caller's over it.
 */
final class Creations {
  private static final String FRAME =
      """
      with {acting},
      {base},
      {input},
      {faults},
      {origin},
      {task},
      {answer}{end}
      """;

  /** Of a task that comes from no message. */
  static final String NO_ORIGIN =
      """
      origin as (
        select cast(null as bigint) as webhook_id, cast(null as bigint) as message_id,
               cast(null as bigint) as conversation_id, cast(null as text) as original_message
      )
      """
          .strip();

  /** The task with its edges and its first event, where nothing speaks against it. */
  private static final String TASK =
      """
      task as (
        insert into agency_tasks (
          user_id, source_type, source_webhook_id, source_message_id, conversation_id,
          original_message, template_id, occurrence_at, title, description, category,
          task_type, priority, urgency, assigned_to_bot, requires_human_review, review_deadline,
          on_review_expiry, execution_type, execution_config, scheduled_for, deadline,
          on_dependency_failure, tags, metadata, max_retries,
          notify_on_complete, notify_on_failure, lane, head_start, on_uncertain,
          triggered_by, released_at, blocked_by, status_reason)
        select
          acting.id, source_type, origin.webhook_id, origin.message_id, origin.conversation_id,
          origin.original_message, template_id, occurrence_at, title, description, category,
          task_type, priority, urgency, assigned_to_bot, requires_human_review, review_deadline,
          on_review_expiry, execution_type, execution_config, scheduled_for, deadline,
          on_dependency_failure, tags, metadata, max_retries,
          notify_on_complete, notify_on_failure, lane, {headStart}, judged.on_uncertain,
          case when at_once and scheduled_for is null then 'automatic' when at_once then 'schedule' end,
          case when at_once then now() end,
          blocker.id, why_it_waits(null, null, blocker.id, blocker.status)
        from acting, input, judged, origin
        cross join lateral (
          select execution_type <> 'manual_trigger'
                   and (scheduled_for is null or scheduled_for <= now()) as at_once
        ) release
        left join lateral (
          {firstBlocker}
        ) blocker on true
        where not dry_run
          and not exists (select from faults)
          and not exists (select from missing)
        on conflict (template_id, occurrence_at) where occurrence_at is not null do nothing
        returning *
      ),
      edges as (
        insert into task_dependencies (task_id, depends_on_id)
        select task.id, wanted.id
        from task, wanted
      ),
      audited as (
        insert into task_events (task_id, user_id, actor, actor_user_id, to_status, reason)
        select task.id, user_id, {actor}, status, reason
        from task, input
      )
      """
          .strip();

  private static final String ANSWER =
      """
      answer as (
        select 'task' as kind,
               cast({light} || jsonb_build_object('depends_on', input.depends_on) as text) as json
        from task t, input
        union all
        select 'runs_in', '0'
        from task t
        where {ready}
        union all
        select 'runs_in', cast(extract(epoch from scheduled_for - now()) as text)
        from task
        where scheduled_for > now()
          and scheduled_for <= now() + {longestDelay}
          and execution_type <> 'manual_trigger'
        union all
        {bigFields}
        union all
        select 'fault', cast(to_jsonb(faults) as text)
        from faults
        union all
        select 'missing', cast(id as text)
        from missing
        union all
        select 'draft', cast(to_jsonb(input) - 'execution_config' as text)
        from input
        where dry_run
          and not exists (select from faults)
          and not exists (select from missing)
        union all
        select 'execution_config', cast(execution_config as text)
        from input
        where dry_run
          and execution_config is not null
      )
      """
          .strip();

  private Creations() {}

  /**
   * The statement for tasks that start from this.
   *
   * @param base CTEs that find {@code base (document, source_type, reason, dry_run)} for {@code
   *     acting}; no row where there is nothing to start from
   */
  static String from(String base) {
    return statement(
        Owners.MEET + ",\n" + Repeats.ACTING,
        base,
        NO_ORIGIN,
        "'user', user_id",
        ",\n" + Repeats.ANSWER);
  }

  /**
   * The statement for tasks that the sweep makes.
   *
   * @param acting CTEs that find {@code acting (id)}, whose task it is
   * @param base as above
   * @param end what follows the last CTE {@code answer (kind, json)}
   */
  static String bySweep(String acting, String base, String end) {
    return statement(acting.strip(), base, NO_ORIGIN, "'sweep', cast(null as bigint)", end);
  }

  /**
   * The statement for tasks that are made of messages.
   *
   * @param acting CTEs that find {@code acting (id)}, whose task it is
   * @param base as above
   * @param origin CTEs that find {@code origin (webhook_id, message_id, conversation_id,
   *     original_message)}; no row where there is to be no task
   * @param end what follows the last CTE {@code answer (kind, json)}
   */
  static String ofMessage(String acting, String base, String origin, String end) {
    return statement(acting.strip(), base, origin.strip(), "'webhook', cast(null as bigint)", end);
  }

  private static String statement(
      String acting, String base, String origin, String actor, String end) {
    return FRAME
        .replace("{acting}", acting)
        .replace("{base}", base.strip())
        .replace("{input}", Drafts.INPUT)
        .replace("{faults}", Drafts.FAULTS)
        .replace("{origin}", origin)
        .replace("{task}", TASK)
        .replace("{answer}", ANSWER)
        .replace("{actor}", actor)
        .replace("{end}", end)
        .replace("{firstBlocker}", Blockers.first("on_dependency_failure"))
        .replace("{headStart}", HeadStarts.secondsOf("input"))
        .replace("{light}", TaskRows.LIGHT)
        .replace("{ready}", Ready.GUARDS)
        .replace("{longestDelay}", Ready.LONGEST_DELAY)
        .replace("{bigFields}", TaskRows.BIG_FIELDS.strip());
  }
}
