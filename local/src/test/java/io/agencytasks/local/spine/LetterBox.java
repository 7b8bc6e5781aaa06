package io.agencytasks.local.spine;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** A mailbox of somebody's, whose mail becomes tasks. */
final class LetterBox {
  private static final String DOMAIN = "@agency-tasks.example";

  private final String address = "Box-" + UUID.randomUUID() + DOMAIN;
  private final Caller caller;
  private final Hook hook;

  /** One whose tasks a person does. */
  LetterBox(Caller caller) {
    this(caller, "{}");
  }

  /** The same, by these rules. */
  LetterBox(Caller caller, String rules) {
    this(caller, "{\"taskType\": \"reminder\", \"assignedToBot\": false}", rules);
  }

  LetterBox(Caller caller, String defaults, String rules) {
    this.caller = caller;
    this.hook =
        new Hook(
            caller,
            """
            {"name": "Letters", "channel": "email", "address": "%s", "defaults": %s, "rules": %s}
            """
                .formatted(address, defaults, rules));
  }

  /** As whoever writes to it may spell it. */
  String address() {
    return address.toLowerCase(Locale.ROOT);
  }

  Hook hook() {
    return hook;
  }

  /** Sends it a mail, and waits for what it comes to. */
  JsonNode get(String content) throws IOException {
    int before = count();
    new Postman().bring("ann@example.com", content, address());
    return message(before + 1);
  }

  /** The task of a mail that is sent to it. */
  JsonNode taskOf(String content) throws IOException {
    return caller.task(get(content).path("task").path("id").asLong());
  }

  /** The latest message, once there are so many. */
  JsonNode message(int many) {
    await("message " + many)
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> count() >= many);
    return hook.message();
  }

  int count() {
    return Caller.json(caller.get(hook.path() + "/messages?limit=1")).path("total").asInt();
  }
}
