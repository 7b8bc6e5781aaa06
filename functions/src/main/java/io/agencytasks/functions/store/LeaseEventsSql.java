package io.agencytasks.functions.store;

import io.agencytasks.domain.bus.OutgoingEvent;
import io.agencytasks.domain.bus.PublishEvents;
import io.agencytasks.functions.aws.DataApi;
import io.agencytasks.functions.aws.Statement;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Takes events from the outbox, those first that have been free the longest. */
@Singleton
final class LeaseEventsSql implements PublishEvents.Waiting {
  private static final String SQL =
      """
      with free as (
        select id
        from task_event_outbox
        where published_at is null
          and free_at <= now()
        order by free_at, id
        limit :atMost
        for update skip locked
      ),
      leased as (
        update task_event_outbox o
        set free_at = now() + make_interval(secs => :leaseSeconds)
        from free
        where o.id = free.id
        returning o.*
      )
      select 'event' as kind,
             cast(jsonb_build_object(
               'id', id,
               'type', type,
               'occurred_at', occurred_at,
               'detail', detail || jsonb_build_object('id', event_id)) as text) as json
      from leased
      order by id
      """;

  private final DataApi database;

  LeaseEventsSql(DataApi database) {
    this.database = database;
  }

  @Override
  public List<OutgoingEvent> lease(int atMost, Duration lease) {
    var rows =
        database.rows(
            Statement.once(SQL).number("atMost", atMost).number("leaseSeconds", lease.toSeconds()));
    return TaskRows.all(rows, "event", OutgoingEvent.class);
  }
}
