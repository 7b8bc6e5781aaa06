package io.agencytasks.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.local.contract.Body;
import io.agencytasks.local.contract.Exchange;
import io.agencytasks.local.contract.Operation;
import io.agencytasks.local.contract.Shape;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What just about may be, is taken and comes back unchanged. */
@Tag("NFR-021")
@Tag("FR-001.1")
@Tag("FR-001.2")
@Tag("FR-001.3")
@Tag("FR-001.10")
@Tag("FR-001.14")
@Tag("FR-001.15")
@Tag("FR-005.2")
@Tag("FR-006.2")
class BoundsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** What depends on what else there is; UpdatingTest and WebhooksTest have it. */
  private static final Set<String> OTHERS =
      Set.of(
          "UpdateTask /status",
          "CreateWebhook /channel",
          "CreateWebhook /address",
          "CreateWebhook /verification",
          "CreateWebhook /secret",
          "CreateWebhook /templateId",
          "CreateWebhook /rules/mapping/metadata",
          "CreateWebhook /rules/mapping/executionConfig",
          "RotateSecret /secret",
          "UpdateWebhook /address",
          "UpdateWebhook /templateId",
          "UpdateWebhook /rules/mapping/metadata",
          "UpdateWebhook /rules/mapping/executionConfig");

  /** What only a task that requires a review may have. */
  private static final Set<String> REVIEW = Set.of("reviewDeadline", "onReviewExpiry");

  private static final Set<String> ONCE =
      Set.of("ApproveTask", "RejectTask", "GiveInput", "Callback");
  private static final Victim OWNER = Victim.somebody();
  private static final JsonPointer NAME = JsonPointer.compile("/name");
  private static final JsonPointer DEFAULTS = JsonPointer.compile("/defaults");
  private static final JsonPointer SCHEDULE = JsonPointer.compile("/schedule");
  private static final JsonPointer START = JsonPointer.compile("/schedule/start");
  private static final JsonPointer TOTAL = JsonPointer.compile("/progress/total");
  private static final JsonPointer CONFIG = JsonPointer.compile("/executionConfig");

  /** A value in a field. */
  record Good(Operation operation, Body kind, JsonPointer at, Shape shape, String literal) {
    @Override
    public String toString() {
      return "%s %s: %s".formatted(operation, at, Quoted.name(literal));
    }

    /** Whether what it is done to, or its name, is good for once only. */
    boolean needsAnew() {
      return ONCE.contains(operation.id()) || at.equals(NAME);
    }

    /** A schedule that is not given a start starts now. */
    boolean meansNow() {
      return at.equals(START) && literal.equals("null");
    }

    JsonNode value() throws JsonProcessingException {
      return JSON.readTree(literal);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void a_value_at_its_bounds_is_taken_and_comes_back(Good good) throws Exception {
    Victim owner = good.needsAnew() ? Victim.somebody() : OWNER;
    ObjectNode body = owner.body(good.operation(), good.kind()).deepCopy();
    complete(body, good);

    Exchange answer =
        owner.send(
            owner.good(good.operation()).withBody(Put.literal(body, good.at(), good.literal())));

    assertThat(answer.status()).as("%s%n%s", good, answer.body()).isBetween(200, 299);
    JsonNode kept = JSON.readTree(answer.body()).at(good.at());
    if (!kept.isMissingNode() && !good.shape().isAnything() && !good.meansNow()) {
      assertThat(isSame(good.value(), kept)).as("%s: %s", good, kept).isTrue();
    }
  }

  /** What some values need beside them. */
  private static void complete(ObjectNode body, Good good) throws JsonProcessingException {
    var holder = At.holder(body, good.at());
    if (body.has("name")) {
      body.put("name", UUID.randomUUID().toString());
    }
    if (good.at().head().equals(SCHEDULE)) {
      completeSchedule(holder, good);
      body.putObject("task").put("title", "On time").put("taskType", "report_generation");
      return;
    }
    if (good.kind().fields().containsKey(SCHEDULE)) {
      body.putNull("schedule");
    }
    if (good.at().equals(TOTAL)) {
      holder.put("completed", 0);
    }
    if (good.at().head().equals(DEFAULTS) && !holder.has("taskType")) {
      holder.put("taskType", "reminder");
    }
    String name = At.name(good.at());
    String value = good.value().asText();
    if (name.equals("taskType") && good.kind().fields().containsKey(CONFIG)) {
      body.putNull("executionConfig");
    }
    if (name.equals("executionConfig")) {
      holder.put("taskType", good.value().isNull() ? "reminder" : "browser_automation");
    } else if (Set.of("api_call", "custom").contains(value)) {
      var config = holder.putObject("executionConfig").put("url", "https://api.example.com/");
      if (value.equals("custom")) {
        config.putObject("secret").put("secretRef", "executors_key");
      }
      holder.put("executionType", "manual_trigger");
    } else if (value.equals("data_extraction")) {
      holder
          .putObject("executionConfig")
          .put("url", "https://api.example.com/")
          .putObject("fields")
          .putObject("title")
          .put("select", "h1");
      holder.put("executionType", "manual_trigger");
    } else if (value.equals("ghl_action")) {
      var config = holder.putObject("executionConfig").put("action", "addNote");
      config.put("contactId", "c1").put("body", "Called");
      config.putObject("token").put("secretRef", "ghl_token");
      config.putObject("locationId").put("secretRef", "ghl_location");
      holder.put("executionType", "manual_trigger");
    } else if (value.equals("notification")) {
      var config = holder.putObject("executionConfig").put("text", "It is out.");
      config.putArray("recipients").addObject().put("sms", "+15550100");
      holder.put("executionType", "manual_trigger");
    } else if (value.equals("browser_automation")) {
      holder
          .putObject("executionConfig")
          .putArray("steps")
          .addObject()
          .put("do", "goto")
          .put("url", "https://example.com/");
      holder.put("executionType", "manual_trigger");
    } else if (REVIEW.contains(name)) {
      holder.put("requiresHumanReview", true);
    } else if (value.equals("scheduled")) {
      holder.put("scheduledFor", "2099-01-01T00:00:00Z");
    } else if (good.kind().fields().containsKey(good.at().head().appendProperty("executionType"))) {
      holder.put("executionType", "manual_trigger");
    }
  }

  /** It has either a cron or a rate, and begins so early that any end will do. */
  private static void completeSchedule(ObjectNode schedule, Good good)
      throws JsonProcessingException {
    boolean byCron = At.name(good.at()).equals(good.value().isNull() ? "rate" : "cron");
    schedule.remove(List.of("cron", "rate"));
    schedule.put(byCron ? "cron" : "rate", byCron ? "30 9 * * 1" : "PT1M");
    schedule.put("start", "0001-01-01T00:00:00Z");
  }

  private static boolean isSame(JsonNode sent, JsonNode kept) {
    return sent.equals(BY_VALUE, kept);
  }

  /** Numbers by what they are worth, times by when they are. */
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
          return one.decimalValue().compareTo(other.decimalValue());
        }
        if (one.isTextual() && other.isTextual() && isTime(one) && isTime(other)) {
          return time(one).compareTo(time(other));
        }
        return one.equals(other) ? 0 : 1;
      };

  private static boolean isTime(JsonNode node) {
    return node.asText().matches("\\d{4}-\\d\\d-\\d\\dT.*");
  }

  private static Instant time(JsonNode node) {
    return OffsetDateTime.parse(node.asText()).toInstant();
  }

  private static Stream<Good> values() {
    return Victim.operations().stream()
        .flatMap(operation -> operation.bodies().stream().flatMap(kind -> values(operation, kind)));
  }

  private static Stream<Good> values(Operation operation, Body kind) {
    return kind.fields().entrySet().stream()
        .filter(field -> !OTHERS.contains(operation + " " + field.getKey()))
        .flatMap(
            field -> {
              JsonPointer at = field.getKey();
              return GoodValues.of(At.name(at), At.level(at), field.getValue()).stream()
                  .map(it -> new Good(operation, kind, at, field.getValue(), it));
            });
  }
}
