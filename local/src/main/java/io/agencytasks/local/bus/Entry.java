package io.agencytasks.local.bus;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry of a PutEvents call, as sent. */
record Entry(JsonNode sent) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIME_BYTES = 14;
  private static final String DEFAULT_BUS = "default";

  /** Why an entry does not become an event, while the others of its call do. */
  record Fault(String code, String message) {

    private static Fault of(String parameter, String reason) {
      return new Fault(
          "InvalidArgument", "Parameter %s is not valid. Reason: %s".formatted(parameter, reason));
    }
  }

  /**
   * The first thing that is wrong with it.
   *
   * @param buses there are; AWS takes an entry for any other and loses it, which helps nobody here
   */
  Optional<Fault> fault(Set<String> buses) {
    for (String required : new String[] {"Source", "DetailType", "Detail"}) {
      if (sent.path(required).asText().isEmpty()) {
        return Optional.of(Fault.of(required, required + " is a required argument."));
      }
    }
    if (source().startsWith("aws.")) {
      return Optional.of(
          new Fault("NotAuthorizedForSourceException", "Not authorized for the source."));
    }
    if (detail() == null) {
      return Optional.of(new Fault("MalformedDetail", "Detail is malformed."));
    }
    return buses.contains(bus())
        ? Optional.empty()
        : Optional.of(Fault.of("EventBusName", "EventBus %s does not exist.".formatted(bus())));
  }

  /** Named by its name or its ARN. */
  String bus() {
    String name = sent.path("EventBusName").asText(DEFAULT_BUS);
    return name.substring(name.lastIndexOf('/') + 1);
  }

  String source() {
    return sent.path("Source").asText();
  }

  String detailType() {
    return sent.path("DetailType").asText();
  }

  /** The detail, where it is a JSON object. */
  @Nullable ObjectNode detail() {
    try {
      return JSON.readTree(sent.path("Detail").asText()) instanceof ObjectNode object
          ? object
          : null;
    } catch (JacksonException malformed) {
      return null;
    }
  }

  JsonNode resources() {
    return sent.path("Resources");
  }

  /** When it happened, if the entry says so: seconds since 1970. */
  Optional<Instant> time() {
    JsonNode time = sent.path("Time");
    return time.isNumber()
        ? Optional.of(Instant.ofEpochMilli(Math.round(time.asDouble() * 1000)))
        : Optional.empty();
  }

  /** Its size as AWS reckons it. */
  int bytes() {
    int bytes = time().isPresent() ? TIME_BYTES : 0;
    for (String counted : new String[] {"Source", "DetailType", "Detail"}) {
      bytes += bytes(sent.path(counted));
    }
    for (JsonNode resource : resources()) {
      bytes += bytes(resource);
    }
    return bytes;
  }

  private static int bytes(JsonNode text) {
    return text.asText().getBytes(StandardCharsets.UTF_8).length;
  }
}
