package io.agencytasks.functions.store;

import io.agencytasks.domain.conversation.Conversation;
import io.agencytasks.domain.conversation.ConversationDetails;
import io.agencytasks.domain.conversation.GetConversation;
import io.agencytasks.domain.history.History;
import io.agencytasks.domain.history.Stretch;
import io.agencytasks.domain.inbound.ConversationId;
import io.agencytasks.domain.inbound.Message;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Reads a conversation with a page of its messages, newest first: by when they came to their
 * channel, as one may be stored after a later one.
 */
@Singleton
final class GetConversationSql implements GetConversation.Store {
  private static final String SQL =
      """
      with conversation as (
        select c.*
        from bot_conversations c
        join users u on u.id = c.user_id
        where c.id = :id
          and u.subject = :subject
      ),
      page as materialized (
        select m.*
        from inbound_messages m
        where m.conversation_id = (select id from conversation)
          and (m.received_at, m.id) < (cast(:before as timestamptz), :beforeId)
        order by m.received_at desc, m.id desc
        limit :limit offset :offset
      ),
      rows as materialized (
        select row_number() over (order by m.received_at desc, m.id desc) as place, {json} as json
        from page m
      ),
      {cut},
      answer as (
        select 0 as place, 0 as piece, 'conversation' as kind, cast(to_jsonb(c) as text) as json
        from conversation c
        union all
        select 0, 0, 'total', cast((
          select count(*) from inbound_messages m where m.conversation_id = c.id) as text)
        from conversation c
        union all
        select 0, 0, 'size', cast(count(*) as text)
        from page
        union all
        {items}
      )
      select kind, json
      from answer
      order by place, piece
      """
          .replace("{json}", MessageRows.JSON)
          .replace("{cut}", Parts.CUT)
          .replace("{items}", Parts.ITEMS);

  private final DataApi database;

  GetConversationSql(DataApi database) {
    this.database = database;
  }

  @Override
  public Optional<ConversationDetails> find(Owner owner, ConversationId id, Stretch stretch) {
    var first = part(owner, id, stretch, "infinity", Long.MAX_VALUE);
    return TaskRows.first(first, "conversation")
        .map(json -> TaskRows.read(json, Conversation.class))
        .map(conversation -> new ConversationDetails(conversation, messages(owner, id, first)));
  }

  private History<Message> messages(Owner owner, ConversationId id, List<Row> first) {
    return new History<>(
        Parts.all(
            first,
            Message.class,
            (last, left) ->
                part(
                    owner,
                    id,
                    new Stretch(left, 0),
                    last.receivedAt().toString(),
                    last.id().value())),
        TaskRows.first(first, "total").map(Long::parseLong).orElse(0L));
  }

  private List<Row> part(
      Owner owner, ConversationId id, Stretch stretch, String before, long beforeId) {
    return database.rows(
        Statement.repeatable(SQL)
            .number("id", id.value())
            .text("subject", owner.subject())
            .text("before", before)
            .number("beforeId", beforeId)
            .number("limit", stretch.limit())
            .number("offset", stretch.offset())
            .number("mostBytes", Parts.MOST_BYTES));
  }
}
