package io.agencytasks.functions.store;

import io.agencytasks.domain.conversation.Conversation;
import io.agencytasks.domain.conversation.ConversationList;
import io.agencytasks.domain.conversation.ListConversations;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;

/** Reads a page of an owner's conversations, the one that was last spoken in first. */
@Singleton
final class ListConversationsSql implements ListConversations.Store {
  private static final String SQL =
      """
      with owner as (
        select id from users where subject = :subject
      ),
      page as (
        select c.*
        from bot_conversations c
        where c.user_id = (select id from owner)
        order by c.last_message_at desc, c.id desc
        limit :limit offset :offset
      ),
      answer as (
        select 0 as place, 'total' as kind, cast(count(*) as text) as json
        from bot_conversations
        where user_id = (select id from owner)
        union all
        select row_number() over (order by c.last_message_at desc, c.id desc), 'conversation',
               cast(to_jsonb(c) as text)
        from page c
      )
      select kind, json
      from answer
      order by place
      """;

  private final DataApi database;

  ListConversationsSql(DataApi database) {
    this.database = database;
  }

  /** A hundred are far from the size that one answer of the database can have. */
  @Override
  public ConversationList list(Owner owner, Stretch stretch) {
    var rows =
        database.rows(
            Statement.repeatable(SQL)
                .text("subject", owner.subject())
                .number("limit", stretch.limit())
                .number("offset", stretch.offset()));
    return new ConversationList(
        TaskRows.all(rows, "conversation", Conversation.class),
        TaskRows.first(rows, "total").map(Long::parseLong).orElse(0L));
  }
}
