package io.agencytasks.functions.store;

import io.agencytasks.domain.inbound.IncomingMessage;
import io.agencytasks.domain.inbound.KnownWebhook;
import io.agencytasks.domain.inbound.MessageId;
import io.agencytasks.domain.inbound.Receipt;
import io.agencytasks.domain.inbound.ReceiveMessage;
import io.agencytasks.domain.inbound.Receiving;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores a message with its conversation and its task; a repeat finds what the first came to. */
@Singleton
final class ReceiveMessageSql implements ReceiveMessage.Store {
  private static final String SQL =
      MessageTasks.sql(
          """
          webhook as (
            select w.*
            from user_webhooks w
            where w.id = :webhook
              and w.user_id = :user
              and w.version = :version
              and w.enabled
            for key share
          ),
          admitted as materialized (
            select a.*
            from webhook w
            cross join lateral admit_message(
              w.id, :externalId, cast(:proof as varchar), cast(:mostPerMinute as integer)) a
          ),
          acting as (
            select w.user_id as id
            from webhook w, admitted a
            where a.earlier is null
              and a.wait is null
          ),
          moment as (
            select least(cast(:at as timestamptz), now()) as at
          ),
          continued as (
            update bot_conversations c
            set last_message_at = greatest(c.last_message_at, (select at from moment))
            where c.id = (
              select m.conversation_id
              from acting
              cross join webhook w
              cross join jsonb_array_elements_text(cast(:answers as jsonb)) named (id)
              cross join lateral (
                select id, conversation_id
                from inbound_messages
                where webhook_id = w.id
                  and external_id = named.id
                union all
                (select id, conversation_id
                 from inbound_messages
                 where webhook_id = w.id
                   and known_as = named.id
                 order by id
                 limit 1)) m
              where m.conversation_id is not null
              order by m.id
              limit 1)
            returning c.id
          ),
          opened as (
            insert into bot_conversations as c (
              user_id, webhook_id, channel, counterpart, thread_key, created_at, last_message_at)
            select w.user_id, w.id, w.channel, coalesce(cast(:sender as varchar), :thread), :thread,
                   moment.at, moment.at
            from acting, webhook w, moment
            where cast(:thread as varchar) is not null
              and not exists (select from continued)
            on conflict (webhook_id, thread_key) do update
            set last_message_at = greatest(c.last_message_at, excluded.last_message_at)
            returning c.id
          ),
          conversation as (
            select id from continued
            union all
            select id from opened
          )
          """,
          """
          message as (
            insert into inbound_messages (
              user_id, webhook_id, conversation_id, source, external_id, proof, known_as, sender,
              subject, content_type, body, attachments, verdicts, outcome, outcome_reason,
              answered_task_id, received_at)
            select w.user_id, w.id, (select id from conversation), w.channel, :externalId,
                   cast(:proof as varchar), cast(:knownAs as varchar), cast(:sender as varchar),
                   cast(:subject as varchar),
                   :contentType, :original, cast(:attachments as jsonb), cast(:verdicts as jsonb),
                   told.outcome, told.why, told.answered, moment.at
            from acting, webhook w, told, moment
            returning *
          )
          """,
          """
          union all
          select 'earlier', cast(jsonb_build_object('id', earlier, 'task', task) as text)
          from admitted
          where earlier is not null
          union all
          select 'wait', cast(wait as text)
          from admitted
          where wait is not null
          """);

  private final DataApi database;
  private final String headStarts;

  ReceiveMessageSql(DataApi database, HeadStart headStart) {
    this.database = database;
    this.headStarts = HeadStarts.document(headStart);
  }

  /** Repeatable, since a second run finds the message that the first has stored. */
  @Override
  public Receiving receive(
      KnownWebhook to,
      IncomingMessage message,
      TaskPatch task,
      Map<TaskType, TypeVerdict> verdicts) {
    var webhook = to.webhook();
    var ids = message.ids();
    var content = message.content();
    var verdict = message.verdicts();
    var at = message.at();
    var statement =
        Statement.repeatable(SQL)
            .number("webhook", webhook.id().value())
            .number("user", to.userId())
            .number("version", webhook.version())
            .number("mostPerMinute", webhook.rules().messagesPerMinute())
            .text("externalId", ids.external())
            .text("proof", ids.proof())
            .text("knownAs", ids.knownAs())
            .text("sender", message.sender())
            .text("subject", content.subject())
            .text("thread", message.thread().key())
            .text("answers", TaskRows.write(message.thread().answers()))
            .text("contentType", content.body().contentType())
            .text("attachments", TaskRows.write(content.attachments()))
            .text("verdicts", verdict == null ? null : verdict.text())
            .text("at", at == null ? null : at.toString());
    var rows =
        database.rows(
            MessageTaskRows.task(
                MessageTaskRows.message(statement, message), task, verdicts, headStarts));
    return MessageTaskRows.receiving(rows).orElseGet(() -> nothingNew(rows));
  }

  private static Receiving nothingNew(List<Row> rows) {
    return new Receiving(receipt(rows), Optional.empty(), Optional.empty());
  }

  private static Receipt receipt(List<Row> rows) {
    return TaskRows.first(rows, "earlier")
        .map(json -> TaskRows.read(json, Earlier.class))
        .<Receipt>map(Earlier::repeated)
        .or(() -> TaskRows.first(rows, "wait").map(ReceiveMessageSql::tooMany))
        .orElseGet(Receipt.Changed::new);
  }

  private static Receipt tooMany(String seconds) {
    return new Receipt.TooMany(Duration.ofSeconds(Long.parseLong(seconds)));
  }

  record Earlier(long id, @Nullable Long task) {
    Receipt repeated() {
      return new Receipt.Repeated(new MessageId(id), Optional.ofNullable(task).map(TaskId::new));
    }
  }
}
