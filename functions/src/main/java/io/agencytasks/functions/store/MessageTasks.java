package io.agencytasks.functions.store;

/**
 * The one statement for what comes of a message, whether it has just come or is looked at again.
 */
final class MessageTasks {
  /**
   * What tasks of a webhook's messages start with: the defaults of all tasks and its name, the
   * template's over them, the webhook's over those. A configuration fits no other task type than
   * its own.
   */
  private static final String DOCUMENT =
      """
      cast(:usual as jsonb)
        || jsonb_build_object('title', w.name)
        || case
             when w.defaults ->> 'task_type' <> m.task ->> 'task_type'
               then m.task - 'execution_config' - 'on_uncertain'
             else coalesce(m.task, '{}')
           end
        || w.defaults
        || jsonb_build_object('template_id', m.id) as document,
      'webhook_' || w.channel as source_type,
      format('Made from a message to webhook %s', w.id) as reason
      """
          .strip();

  /** Stands behind {@code acting (id)} and {@code webhook}; leaves {@code base}. */
  private static final String BASE =
      """
      base as (
        select {document}, {dryRun} as dry_run
        from acting
        join webhook w on w.user_id = acting.id
        left join task_templates m on m.id = w.template_id and m.user_id = w.user_id
        where {condition}
      )
      """
          .replace("{document}", DOCUMENT);

  /**
   * The task of the message's conversation that waits for what is said in it, if any. What a person
   * must look at first goes to none: it would run with it unseen.
   */
  private static final String WAITING =
      """
      waiting as (
        select t.id
        from acting
        join webhook w on w.user_id = acting.id
        cross join conversation c
        join agency_tasks t on t.conversation_id = c.id and t.user_id = w.user_id
        where cast(w.rules ->> 'replies_are_input' as boolean)
          and cast(:outcome as varchar) = 'task'
          and not cast(:reviewed as boolean)
          and t.status = 'waiting_input'
          and t.asks = 'input'
        order by t.id desc
        limit 1
        for update of t
      )
      """
          .strip();

  private static final String ORIGIN =
      """
      told as (
        select case
                 when :outcome <> 'task' then :outcome
                 when waiting.id is not null then 'input'
                 when wrong.why is not null then 'refused'
                 else 'task'
               end as outcome,
               case
                 when :outcome <> 'task' then cast(:why as varchar)
                 when waiting.id is null then left(wrong.why, 1000)
               end as why,
               waiting.id as answered
        from (select max(id) as id from waiting) waiting,
             (select string_agg(field || ' ' || message, ', ') as why
              from (
                select field, message from faults
                union all
                select 'dependsOn', format('names task %s, which is not there', id) from missing
              ) fault) wrong
      ),
      {message},
      origin as (
        select webhook_id, id as message_id, conversation_id,
               cast(:original as text) as original_message
        from message
        where outcome = 'task'
      )
      """
          .strip();

  private static final String END =
      """
      ,
      answered as (
        update agency_tasks t
        set {changes}
        from message, waiting
        where t.id = waiting.id
        returning t.*, message.id as message_id
      ),
      noted as (
        insert into task_events (task_id, user_id, actor, from_status, to_status, reason)
        select id, user_id, 'webhook', 'waiting_input', status,
               format('Input came with message %s', message_id)
        from answered
      )
      select kind, json
      from answer
      union all
      select 'message', cast(jsonb_build_object(
        'id', id, 'outcome', outcome, 'answered', answered_task_id) as text)
      from message
      union all
      select 'resumed', cast(jsonb_build_object('task', t.id, 'lane', t.lane) as text)
      from answered t
      where t.not_before <= now()
        and {ready}
      """
          .replace("{changes}", GiveInputSql.CHANGES)
          .replace("{ready}", Ready.GUARDS);

  private MessageTasks() {}

  /**
   * The statement.
   *
   * @param acting CTEs that find {@code webhook}, its whole row, {@code conversation (id)} and
   *     {@code acting (id)}, whose webhook it is; none where nothing is to be done
   * @param message a CTE {@code message} that stores it as {@code told (outcome, why, answered)}
   * @param end what follows the last select
   */
  static String sql(String acting, String message, String end) {
    return Creations.ofMessage(
        acting.strip() + ",\n" + WAITING,
        BASE.replace("{dryRun}", "false")
            .replace(
                "{condition}",
                "cast(:outcome as varchar) = 'task' and not exists (select from waiting)"),
        ORIGIN.replace("{message}", message.strip()),
        END + end);
  }

  /** The statement that only shows the task; its parts are those of {@link #sql}. */
  static String draft(String acting) {
    return Creations.ofMessage(
        acting,
        BASE.replace("{dryRun}", "true").replace("{condition}", "true"),
        Creations.NO_ORIGIN,
        "\nselect kind, json\nfrom answer");
  }
}
