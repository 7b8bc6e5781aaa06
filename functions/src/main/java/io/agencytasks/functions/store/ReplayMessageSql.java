package io.agencytasks.functions.store;

import io.agencytasks.domain.inbound.IncomingMessage;
import io.agencytasks.domain.inbound.MessageId;
import io.agencytasks.domain.inbound.Receiving;
import io.agencytasks.domain.inbound.ReplayMessage;
import io.agencytasks.domain.task.HeadStart;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Stores what comes of a message at a second look. */
@Singleton
final class ReplayMessageSql implements ReplayMessage.Store {
  private static final String SQL =
      MessageTasks.sql(
          """
          webhook as (
            select w.*
            from user_webhooks w
            join users u on u.id = w.user_id
            where w.id = :webhook
              and u.subject = :subject
              and w.version = :version
            for key share of w
          ),
          stored as (
            select m.*
            from inbound_messages m
            where m.webhook_id = (select id from webhook)
              and m.id = :message
              and m.outcome not in ('task', 'input')
            for update
          ),
          acting as (
            select w.user_id as id
            from webhook w, stored
          ),
          conversation as (
            select conversation_id as id
            from stored
            where conversation_id is not null
          )
          """,
          """
          message as (
            update inbound_messages m
            set outcome = told.outcome,
                outcome_reason = told.why,
                answered_task_id = told.answered
            from stored, told
            where m.id = stored.id
            returning m.*
          )
          """,
          "");

  private final DataApi database;
  private final String headStarts;

  ReplayMessageSql(DataApi database, HeadStart headStart) {
    this.database = database;
    this.headStarts = HeadStarts.document(headStart);
  }

  @Override
  public Optional<Receiving> replay(
      Owner owner,
      Webhook webhook,
      MessageId id,
      IncomingMessage message,
      TaskPatch task,
      Map<TaskType, TypeVerdict> verdicts) {
    var statement =
        Statement.once(SQL)
            .number("webhook", webhook.id().value())
            .number("version", webhook.version())
            .number("message", id.value())
            .text("subject", owner.subject());
    return MessageTaskRows.receiving(
        database.rows(
            MessageTaskRows.task(
                MessageTaskRows.message(statement, message), task, verdicts, headStarts)));
  }
}
