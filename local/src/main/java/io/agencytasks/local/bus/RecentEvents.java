package io.agencytasks.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last events of all buses, for people to read. */
final class RecentEvents {
  private static final int KEPT = 200;

  private final Deque<JsonNode> events = new ArrayDeque<>();

  synchronized void add(JsonNode event) {
    if (events.size() == KEPT) {
      events.removeLast();
    }
    events.addFirst(event);
  }

  /** The latest first. */
  synchronized List<JsonNode> all() {
    return List.copyOf(events);
  }
}
