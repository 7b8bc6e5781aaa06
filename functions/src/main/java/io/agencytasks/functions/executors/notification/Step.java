package io.agencytasks.functions.executors.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.notification.Delivery;
import java.util.Locale;
import java.util.Optional;

/**
 * How far it is with one recipient.
 *
 * @param key what the recipient is known by
 * @param delivery what came of the last message to it, in this attempt
 */
record Step(String kind, String key, String to, State state, Optional<Delivery> delivery) {
  /** So that what is noted of all of them fits, with ids as long as AWS makes them. */
  private static final int MAX_TO = 120;

  private static final int MAX_ID = 100;
  private static final String KEY = "key";
  private static final String OUTCOME = "outcome";
  private static final String MESSAGE_ID = "messageId";

  /** Where it stands. */
  enum State {
    /** Not begun in this attempt. */
    WAITING,
    /** Begun: where the attempt dies now, nobody knows. */
    SENDING,
    SENT,
    /** Not sent, and would not be if tried again. */
    FAILED,
    /** Not sent, and may be later. */
    DELAYED,
    /** It may have been sent. */
    UNCERTAIN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Step waiting(Recipient recipient) {
    return new Step(
        recipient.kind(), recipient.key(), recipient.shown(), State.WAITING, Optional.empty());
  }

  /** One that an attempt before this had noted; empty where it does not say that it was sent. */
  static Optional<Step> sentBefore(JsonNode noted) {
    boolean sent = noted.path(OUTCOME).asText().equals(State.SENT.toString());
    return sent && noted.path(KEY).isTextual()
        ? Optional.of(
            new Step(
                noted.path("kind").asText(),
                noted.path(KEY).asText(),
                noted.path("to").asText(),
                State.SENT,
                Optional.of(new Delivery.Accepted(noted.path(MESSAGE_ID).asText()))))
        : Optional.empty();
  }

  Step sending() {
    return new Step(kind, key, to, State.SENDING, Optional.empty());
  }

  Step after(Delivery came) {
    var state =
        switch (came) {
          case Delivery.Accepted _ -> State.SENT;
          case Delivery.Refused _ -> State.FAILED;
          case Delivery.NotNow _ -> State.DELAYED;
          case Delivery.Uncertain _ -> State.UNCERTAIN;
        };
    return new Step(kind, key, to, state, Optional.of(came));
  }

  boolean is(State other) {
    return state == other;
  }

  /** As the owner is shown it in the result. */
  ObjectNode shown() {
    var shown =
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", kind)
            .put("to", to.substring(0, Math.min(to.length(), MAX_TO)))
            .put(OUTCOME, state.toString());
    delivery.ifPresent(
        came -> {
          if (came instanceof Delivery.Accepted(var id)) {
            shown.put(MESSAGE_ID, id.substring(0, Math.min(id.length(), MAX_ID)));
          }
          came.failure().ifPresent(why -> shown.put("errorCode", why.code()));
        });
    return shown;
  }

  /** As later attempts find it. */
  ObjectNode noted() {
    return shown().put(KEY, key);
  }
}
