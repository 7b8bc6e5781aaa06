package io.agencytasks.functions.store;

import io.agencytasks.domain.notification.EndedTask;
import io.agencytasks.domain.notification.OwnerMails;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes mails to owners beside their tasks, each by the event that it tells of. */
@Singleton
final class OwnerMailsSql implements OwnerMails {
  /** So many are told of a task. */
  private static final int LAST = 20;

  /** Of two who begin the same at once, the second finds what the first has noted. */
  private static final String BEGIN =
      """
      with ended as (
        select t.id, t.title, u.email,
               case :type
                 when 'TaskCompleted' then t.result_summary
                 else coalesce(t.status_reason, t.last_error)
               end as said
        from agency_tasks t
        join users u on u.id = t.user_id
        where t.id = :task
          and t.user_id = :user
          and u.email is not null
          and case :type
                when 'TaskCompleted' then t.status = 'completed' and t.notify_on_complete
                when 'TaskFailed' then t.status = 'failed' and t.notify_on_failure
              end
      ),
      begun as (
        insert into task_notifications as n (task_id, sent)
        select id,
               jsonb_build_object('mails', jsonb_build_array(jsonb_build_object(
                 'type', cast(:type as text),
                 'id', cast(:event as text),
                 'outcome', 'sending',
                 'at', in_utc(now()))))
        from ended
        on conflict (task_id) do update
        set sent = n.sent || jsonb_build_object(
          'mails', last_of(coalesce(n.sent -> 'mails', '[]') || (excluded.sent -> 'mails'), cast(:last as integer)))
        where not coalesce(n.sent -> 'mails', '[]')
                  @> jsonb_build_array(jsonb_build_object('id', cast(:event as text)))
        returning n.task_id
      )
      select 'begun' as kind,
             cast(jsonb_build_object('email', email, 'title', title, 'said', said) as text) as json
      from ended
      join begun on begun.task_id = ended.id
      """;

  private static final String END =
      """
      with noted as (
        update task_notifications n
        set sent = n.sent || jsonb_build_object('mails', (
          select coalesce(jsonb_agg(
                   case
                     when mail ->> 'id' = :event
                       then mail || jsonb_build_object('outcome', cast(:outcome as text), 'at', in_utc(now()))
                     else mail
                   end
                   order by place), '[]')
          from jsonb_array_elements(n.sent -> 'mails') with ordinality as m (mail, place)
          where mail ->> 'id' <> :event
             or cast(:outcome as text) is not null))
        from agency_tasks t
        where n.task_id = :task
          and t.id = n.task_id
          and t.user_id = :user
          and n.sent -> 'mails' @> jsonb_build_array(jsonb_build_object('id', cast(:event as text)))
        returning n.task_id
      )
      select 'noted' as kind, cast(task_id as text) as json
      from noted
      """;

  private final DataApi database;

  OwnerMailsSql(DataApi database) {
    this.database = database;
  }

  /** Never run again by itself: it would find what it has noted, and leave it to somebody else. */
  @Override
  public Optional<Words> begin(EndedTask task) {
    var rows =
        database.rows(
            of(task, Statement.once(BEGIN)).text("type", task.how().event()).number("last", LAST));
    return TaskRows.all(rows, "begun", Words.class).stream().findAny();
  }

  @Override
  public void end(EndedTask task, Fate fate) {
    note(task, fate.toString());
  }

  @Override
  public void takeBack(EndedTask task) {
    note(task, null);
  }

  private void note(EndedTask task, @Nullable String outcome) {
    database.rows(of(task, Statement.repeatable(END)).text("outcome", outcome));
  }

  private static Statement of(EndedTask task, Statement statement) {
    return statement
        .text("event", task.event().toString())
        .number("task", task.task().value())
        .number("user", task.userId());
  }
}
