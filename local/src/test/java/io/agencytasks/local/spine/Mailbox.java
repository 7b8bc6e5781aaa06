package io.agencytasks.local.spine;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/** What was sent to one address or number, the latest first, as the laptop shows it. */
record Mailbox(Caller caller, String address) {

  List<JsonNode> all() {
    return Caller.json(caller.get("/local/mail"))
        .path("messages")
        .valueStream()
        .filter(message -> message.path("to").valueStream().anyMatch(to -> isOurs(to)))
        .toList();
  }

  private boolean isOurs(JsonNode to) {
    return to.asText().equals(address);
  }

  /** The only message, once it is there. */
  JsonNode only() {
    return await("mail to " + address)
        .atMost(Duration.ofSeconds(30))
        .until(this::all, messages -> messages.size() == 1)
        .getFirst();
  }
}
