package io.agencytasks.functions.executors.ghl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.OnUncertain;
import java.util.Map;

/** What is sent to a contact. */
sealed interface MessageAction extends GhlAction {

  /** What it is, and to whom. */
  ObjectNode message();

  /** How the API calls this kind. */
  String kind();

  @Override
  default GhlCall call(String location) {
    var body = message().deepCopy().put("type", kind());
    return GhlCall.of("POST", body, "conversations", "messages").in(GhlCall.Version.APRIL);
  }

  @Override
  default OnUncertain presumed() {
    return OnUncertain.ASK;
  }

  @Override
  default Map<String, String> ids() {
    return Map.of(
        "messageId", "/messageId",
        "conversationId", "/conversationId",
        "emailMessageId", "/emailMessageId");
  }

  /** A text message. */
  record SendSms(ObjectNode message) implements MessageAction {
    @Override
    public String kind() {
      return "SMS";
    }
  }

  /** A mail. */
  record SendEmail(ObjectNode message) implements MessageAction {
    @Override
    public String kind() {
      return "Email";
    }
  }
}
