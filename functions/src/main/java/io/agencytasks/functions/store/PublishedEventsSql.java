package io.agencytasks.functions.store;

import io.agencytasks.domain.bus.OutgoingEvent;
import io.agencytasks.domain.bus.PublishEvents;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.util.List;

/** Marks events as published, and keeps the last of each task where the task shows them. */
@Singleton
final class PublishedEventsSql implements PublishEvents.Published {
  /** So many are told of a task. */
  private static final int LAST = 20;

  private static final String SQL =
      """
      with mine as (
        select id
        from task_event_outbox
        where id in (select cast(value as bigint) from jsonb_array_elements_text(cast(:ids as jsonb)))
          and published_at is null
        order by id
        for update
      ),
      marked as (
        update task_event_outbox o
        set published_at = now()
        from mine
        where o.id = mine.id
        returning o.*
      ),
      noted as (
        insert into task_notifications as n (task_id, sent)
        select task_id,
               jsonb_build_object('events', last_of(
                 jsonb_agg(
                   jsonb_build_object('type', type, 'id', event_id, 'publishedAt', in_utc(published_at))
                   order by id),
                 cast(:last as integer)))
        from marked
        group by task_id
        order by task_id
        on conflict (task_id) do update
        set sent = n.sent || jsonb_build_object(
          'events', last_of(coalesce(n.sent -> 'events', '[]') || (excluded.sent -> 'events'), cast(:last as integer)))
      )
      select 'marked' as kind, cast(count(*) as text) as json
      from marked
      """;

  private final DataApi database;

  PublishedEventsSql(DataApi database) {
    this.database = database;
  }

  @Override
  public void mark(List<OutgoingEvent> events) {
    if (!events.isEmpty()) {
      database.rows(
          Statement.repeatable(SQL)
              .text("ids", TaskRows.write(events.stream().map(OutgoingEvent::id).toList()))
              .number("last", LAST));
    }
  }
}
