package io.agencytasks.functions.store;

import io.agencytasks.domain.inbound.TryMessage;
import io.agencytasks.domain.task.Creation;
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

/** Makes up the task of a message to a webhook, and stores nothing. */
@Singleton
final class TryMessageSql implements TryMessage.Store {
  private static final String SQL =
      MessageTasks.draft(
          """
          webhook as (
            select w.*
            from user_webhooks w
            join users u on u.id = w.user_id
            where w.id = :webhook
              and u.subject = :subject
          ),
          acting as (
            select user_id as id
            from webhook
          )
          """);

  private final DataApi database;
  private final String headStarts;

  TryMessageSql(DataApi database, HeadStart headStart) {
    this.database = database;
    this.headStarts = HeadStarts.document(headStart);
  }

  @Override
  public Creation draft(
      Owner owner, Webhook webhook, TaskPatch task, Map<TaskType, TypeVerdict> verdicts) {
    var statement =
        Statement.repeatable(SQL)
            .number("webhook", webhook.id().value())
            .text("subject", owner.subject());
    return CreationRows.creation(
        database.rows(MessageTaskRows.task(statement, task, verdicts, headStarts)));
  }
}
