package io.agencytasks.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.domain.readiness.Link;
import io.agencytasks.domain.readiness.Reason;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.functions.json.Mappers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A reason says what it is, and what would change it. */
class ShownReasonTest {
  private static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");

  static Stream<Arguments> reasons() {
    return Stream.of(
        reason(new Reason.ReviewRequired(), "REVIEW_REQUIRED", "POST …/approve", "{}"),
        reason(
            new Reason.Blocked(
                List.of(new Link(new TaskId(7), TaskStatus.IN_PROGRESS, List.of(new TaskId(3))))),
            "BLOCKED",
            "chain",
            "{'chain':[{'id':7,'status':'in_progress','dependsOn':[3]}]}"),
        reason(
            new Reason.Blocked(List.of(link(7, TaskStatus.PENDING), link(3, TaskStatus.FAILED))),
            "BLOCKED",
            "task 3, which has failed; POST …/execute",
            "{'chain':[{'id':7,'status':'pending','dependsOn':[]},{'id':3,'status':'failed','dependsOn':[]}]}"),
        reason(
            new Reason.Blocked(List.of(link(7, TaskStatus.FAILED), link(3, TaskStatus.CANCELLED))),
            "BLOCKED",
            "task 3, which is cancelled; take that out of dependsOn",
            "{'chain':[{'id':7,'status':'failed','dependsOn':[]},{'id':3,'status':'cancelled','dependsOn':[]}]}"),
        reason(
            new Reason.Scheduled(NINE),
            "SCHEDULED",
            "at 2026-12-01T09:00:00Z",
            "{'until':'2026-12-01T09:00:00Z'}"),
        reason(
            new Reason.RetryScheduled(NINE),
            "RETRY_SCHEDULED",
            "at 2026-12-01T09:00:00Z",
            "{'until':'2026-12-01T09:00:00Z'}"),
        reason(
            new Reason.Deferred(NINE),
            "DEFERRED",
            "until 2026-12-01T09:00:00Z",
            "{'until':'2026-12-01T09:00:00Z'}"),
        reason(new Reason.Deferred(null), "DEFERRED", "without a time", "{'until':null}"),
        reason(new Reason.ManualTrigger(), "MANUAL_TRIGGER", "POST …/execute", "{}"),
        reason(new Reason.AssignedToPerson(), "ASSIGNED_TO_PERSON", "assignedToBot", "{}"),
        reason(
            new Reason.WaitingInput("Which colour?", NINE),
            "WAITING_INPUT",
            "Which colour? Answer with POST …/input before 2026-12-01T09:00:00Z",
            "{'prompt':'Which colour?','until':'2026-12-01T09:00:00Z'}"),
        reason(
            new Reason.WaitingInput("Which colour?", null),
            "WAITING_INPUT",
            "Which colour? Answer with POST …/input.",
            "{'prompt':'Which colour?','until':null}"),
        reason(new Reason.CapReached(20, 20), "CAP_REACHED", "20", "{'running':20,'cap':20}"),
        reason(new Reason.QueuedBehind(3), "QUEUED_BEHIND", "3", "{'ahead':3}"),
        reason(new Reason.InProgress(), "IN_PROGRESS", "running", "{}"),
        reason(new Reason.Final(TaskStatus.COMPLETED), "FINAL", "clone", "{'status':'completed'}"),
        reason(
            new Reason.Final(TaskStatus.FAILED), "FINAL", "POST …/execute", "{'status':'failed'}"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("reasons")
  void a_reason_has_a_code_a_sentence_and_its_own_fields(
      Reason reason, String code, String help, String fields) throws JsonProcessingException {
    var shown =
        Mappers.forApi().readTree(Mappers.forApi().writeValueAsString(ShownReason.of(reason)));

    assertThat(shown.path("code").asText()).isEqualTo(code);
    assertThat(shown.path("detail").asText()).contains(help).endsWith(".");
    assertThat(shown.propertyStream().filter(field -> !isCommon(field)).toList())
        .containsExactlyInAnyOrderElementsOf(
            Mappers.forApi().readTree(fields.replace('\'', '"')).properties());
  }

  private static Link link(long id, TaskStatus status) {
    return new Link(new TaskId(id), status, List.of());
  }

  private static boolean isCommon(Map.Entry<String, JsonNode> field) {
    return field.getKey().equals("code") || field.getKey().equals("detail");
  }

  private static Arguments reason(Reason reason, String code, String help, String fields) {
    return Arguments.of(reason, code, help, fields);
  }
}
