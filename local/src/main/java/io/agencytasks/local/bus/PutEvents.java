package io.agencytasks.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.lambda.AsyncInvocations;
import io.agencytasks.local.lambda.AwsAccount;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** The operation PutEvents: each entry becomes an event on its bus, or is refused by itself. */
final class PutEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ENTRIES = 10;
  private static final int MOST_BYTES = 256 * 1024;

  private final Map<String, EventBus> buses;
  private final AsyncInvocations lambda;
  private final RecentEvents recent;
  private final AwsAccount account;
  private final Clock clock;
  private final Supplier<UUID> ids;

  PutEvents(
      Map<String, EventBus> buses,
      AsyncInvocations lambda,
      RecentEvents recent,
      AwsAccount account,
      Clock clock,
      Supplier<UUID> ids) {
    this.buses = buses;
    this.lambda = lambda;
    this.recent = recent;
    this.account = account;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Publishes what can be published.
   *
   * @throws Refusal for a call that AWS would take nothing of
   */
  ObjectNode answer(JsonNode call) {
    List<Entry> entries =
        StreamSupport.stream(call.path("Entries").spliterator(), false).map(Entry::new).toList();
    check(entries);
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode results = JSON.createArrayNode();
    int failed = 0;
    for (Entry entry : entries) {
      ObjectNode result = result(entry);
      failed += result.has("ErrorCode") ? 1 : 0;
      results.add(result);
    }
    answer.put("FailedEntryCount", failed);
    answer.set("Entries", results);
    return answer;
  }

  private static void check(List<Entry> entries) {
    if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
      throw Refusal.validation(
          "1 validation error detected: Value at 'entries' failed to satisfy constraint: Member"
              + " must"
              + " have length %s"
                  .formatted(
                      entries.isEmpty()
                          ? "greater than or equal to 1"
                          : "less than or equal to " + MOST_ENTRIES));
    }
    if (entries.stream().mapToInt(Entry::bytes).sum() >= MOST_BYTES) {
      throw Refusal.validation("Total size of the entries in the request is over the limit.");
    }
  }

  private ObjectNode result(Entry entry) {
    return entry
        .fault(buses.keySet())
        .map(
            fault ->
                JSON.createObjectNode()
                    .put("ErrorCode", fault.code())
                    .put("ErrorMessage", fault.message()))
        .orElseGet(() -> JSON.createObjectNode().put("EventId", publish(entry)));
  }

  private String publish(Entry entry) {
    ObjectNode event = event(entry);
    recent.add(event);
    EventBus bus = Objects.requireNonNull(buses.get(entry.bus()), "an entry's bus is checked");
    for (String function : bus.publish(event)) {
      lambda.invoke(function, event.toString());
    }
    return event.path("id").asText();
  }

  private ObjectNode event(Entry entry) {
    ObjectNode event = JSON.createObjectNode();
    event.put("version", "0");
    event.put("id", ids.get().toString());
    event.put("detail-type", entry.detailType());
    event.put("source", entry.source());
    event.put("account", account.id());
    event.put(
        "time", entry.time().orElseGet(clock::instant).truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", account.region());
    event.set(
        "resources", entry.resources().isArray() ? entry.resources() : JSON.createArrayNode());
    event.set("detail", entry.detail());
    return event;
  }
}
