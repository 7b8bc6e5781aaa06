package io.agencytasks.functions.inbound.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agencytasks.domain.inbound.IncomingText;
import io.agencytasks.domain.inbound.MessageBody;
import io.agencytasks.domain.inbound.PlainText;
import io.agencytasks.domain.webhook.Channel;
import io.agencytasks.functions.json.Jsonb;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads what AWS End User Messaging publishes of a text message. One of several parts comes whole.
 * {@code previousPublishedMessageId} names what was sent to the number last, and no message that
 * came in; so the conversation is found by the sender alone.
 */
final class SmsReader {
  private static final String ID = "[!-~]{1,255}";
  private static final int MOST_SENDER = 320;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private SmsReader() {}

  /**
   * The text message; empty if it is none.
   *
   * @param published the notification's message
   * @param at when it was published
   */
  static Optional<IncomingText> read(String published, Instant at) {
    try {
      return read(JSON.readTree(published), at);
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }

  private static Optional<IncomingText> read(JsonNode message, Instant at) {
    var id = text(message, "inboundMessageId").filter(it -> it.matches(ID));
    var from = text(message, "originationNumber").filter(it -> !it.isBlank());
    var to = text(message, "destinationNumber").filter(Channel.SMS::takes);
    var text = text(message, "messageBody").filter(SmsReader::fitsARow);
    if (id.isEmpty() || from.isEmpty() || to.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new IncomingText(
            id.get(), PlainText.of(from.get(), MOST_SENDER), to.get(), text.get(), at));
  }

  private static Optional<String> text(JsonNode message, String field) {
    return Optional.ofNullable(message.path(field).textValue()).map(Jsonb::storable);
  }

  /** Operators carry a tenth of it. */
  private static boolean fitsARow(String text) {
    return text.getBytes(UTF_8).length <= MessageBody.MOST_BYTES_IN_A_ROW;
  }
}
