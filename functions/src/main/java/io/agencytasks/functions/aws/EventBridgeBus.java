package io.agencytasks.functions.aws;

import io.agencytasks.domain.bus.OutgoingEvent;
import io.agencytasks.domain.bus.PublishEvents;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** The bus as one of EventBridge's. */
@Singleton
final class EventBridgeBus implements PublishEvents.Bus {
  private static final Logger log = LoggerFactory.getLogger(EventBridgeBus.class);

  private static final String SOURCE = "agency-tasks";

  /** As many as EventBridge takes in one call. */
  private static final int BATCH = 10;

  private final EventBridgeClient client;
  private final EventBusSettings bus;

  EventBridgeBus(EventBridgeClient client, EventBusSettings bus) {
    this.client = client;
    this.bus = bus;
  }

  /** Stops at the first call that fails: the next ones would fail alike. */
  @Override
  public List<OutgoingEvent> put(List<OutgoingEvent> events) {
    var taken = new ArrayList<OutgoingEvent>();
    try {
      for (int i = 0; i < events.size(); i += BATCH) {
        taken.addAll(putBatch(events.subList(i, Math.min(i + BATCH, events.size()))));
      }
    } catch (SdkException outage) {
      log.atError().setCause(outage).log("events not published: the bus is out of reach");
    }
    return taken;
  }

  private List<OutgoingEvent> putBatch(List<OutgoingEvent> events) {
    var results =
        client.putEvents(put -> put.entries(events.stream().map(this::entry).toList())).entries();
    return IntStream.range(0, events.size())
        .filter(n -> isTaken(events.get(n), results.get(n)))
        .mapToObj(events::get)
        .toList();
  }

  private PutEventsRequestEntry entry(OutgoingEvent event) {
    return PutEventsRequestEntry.builder()
        .eventBusName(bus.name())
        .source(SOURCE)
        .detailType(event.type())
        .time(event.occurredAt())
        .detail(event.detail().text())
        .build();
  }

  private static boolean isTaken(OutgoingEvent event, PutEventsResultEntry result) {
    if (result.errorCode() == null) {
      return true;
    }
    log.atError()
        .addKeyValue("event", event.id())
        .addKeyValue("type", event.type())
        .addKeyValue("code", result.errorCode())
        .log("event refused by the bus");
    return false;
  }
}
