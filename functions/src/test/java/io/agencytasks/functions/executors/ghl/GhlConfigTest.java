package io.agencytasks.functions.executors.ghl;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GhlConfigTest {
  private static final String SECRETS =
      "'token': {'secretRef': 'ghl_token'}, 'locationId': {'secretRef': 'ghl_location'}";

  @Test
  void an_action_with_its_secrets_is_enough() {
    var config = decode("'action': 'addTag', 'contactId': 'c1', 'tags': ['vip']");

    assertThat(config.name()).isEqualTo("addTag");
    assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.onUncertain()).isEqualTo(OnUncertain.RETRY);
    assertThat(config.action().call("rome"))
        .satisfies(
            call -> {
              assertThat(call.method()).isEqualTo("POST");
              assertThat(call.path()).containsExactly("contacts", "c1", "tags");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'action': 'createContact', 'email': 'a@b.example'|ASK",
        "'action': 'upsertContact', 'phone': '+1'|RETRY",
        "'action': 'updateContact', 'contactId': 'c', 'name': 'A'|RETRY",
        "'action': 'searchContact', 'query': 'A'|RETRY",
        "'action': 'searchContact', 'email': 'A'|RETRY",
        "'action': 'removeTag', 'contactId': 'c', 'tags': ['a']|RETRY",
        "'action': 'addNote', 'contactId': 'c', 'body': 'A'|ASK",
        "'action': 'createTask', 'contactId': 'c', 'title': 'A', 'dueDate':"
            + " '2027-01-01T00:00:00Z'|ASK",
        "'action': 'sendSms', 'contactId': 'c', 'message': 'A'|ASK",
        "'action': 'sendEmail', 'contactId': 'c', 'subject': 'A', 'message': 'A'|ASK",
        "'action': 'createOpportunity', 'contactId': 'c', 'pipelineId': 'p', 'name': 'A'|ASK",
        "'action': 'moveOpportunity', 'opportunityId': 'o', 'status': 'lost'|RETRY",
        "'action': 'addToWorkflow', 'contactId': 'c', 'workflowId': 'w'|ASK",
        "'action': 'removeFromWorkflow', 'contactId': 'c', 'workflowId': 'w'|RETRY",
        "'action': 'bookAppointment', 'calendarId': 'k', 'contactId': 'c', 'startTime':"
            + " '2027-01-01T00:00:00Z'|ASK",
      })
  void what_may_not_be_done_twice_is_asked_about_when_in_doubt(String action, OnUncertain when) {
    assertThat(decode(action).onUncertain()).isEqualTo(when);
    assertThat(decode(action + ", 'onUncertain': 'retry'").onUncertain())
        .isEqualTo(OnUncertain.RETRY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'action': 'createContact'|email",
        "'action': 'createContact', 'email': ''|email",
        "'action': 'createContact', 'email': 'a', 'name': 1|name",
        "'action': 'createContact', 'email': 'a', 'tags': []|tags",
        "'action': 'createContact', 'email': 'a', 'tags': ['']|tags",
        "'action': 'createContact', 'email': 'a', 'customFields': {'a b': 'x'}|customFields",
        "'action': 'createContact', 'email': 'a', 'customFields': {'a': 1}|customFields",
        "'action': 'createContact', 'email': 'a', 'contactId': 'c'|contactId",
        "'action': 'updateContact', 'contactId': 'c'|contactId",
        "'action': 'updateContact', 'name': 'A'|contactId",
        "'action': 'updateContact', 'contactId': '../x', 'name': 'A'|contactId",
        "'action': 'updateContact', 'contactId': 'a/b', 'name': 'A'|contactId",
        "'action': 'searchContact'|query",
        "'action': 'searchContact', 'query': 'a', 'email': 'b'|query",
        "'action': 'searchContact', 'email': 'b', 'limit': 5|limit",
        "'action': 'searchContact', 'query': 'a', 'limit': 101|limit",
        "'action': 'addTag', 'contactId': 'c'|tags",
        "'action': 'createTask', 'contactId': 'c', 'title': 'A', 'dueDate': '2027-01-01'|dueDate",
        "'action': 'createTask', 'contactId': 'c', 'title': 'A'|dueDate",
        "'action': 'sendSms', 'contactId': 'c'|message",
        "'action': 'sendSms', 'contactId': 'c', 'message': 'A', 'subject': 'B'|subject",
        "'action': 'sendEmail', 'contactId': 'c', 'subject': 'A'|html",
        "'action': 'createOpportunity', 'contactId': 'c', 'pipelineId': 'p', 'name': 'A', 'status':"
            + " 'all'|status",
        "'action': 'createOpportunity', 'contactId': 'c', 'pipelineId': 'p', 'name': 'A',"
            + " 'monetaryValue': -1|monetaryValue",
        "'action': 'moveOpportunity', 'opportunityId': 'o'|pipelineStageId",
        "'action': 'addToWorkflow', 'contactId': 'c'|workflowId",
        "'action': 'bookAppointment', 'calendarId': 'k', 'contactId': 'c', 'startTime':"
            + " 'soon'|startTime",
        "'action': 'addTag', 'contactId': 'c', 'tags': ['a'], 'timeoutSeconds': 51|timeoutSeconds",
      })
  void what_an_action_lacks_or_does_not_know_is_told(String action, String field) {
    assertThat(fields(faults(action))).containsExactly(field);
  }

  @Test
  void all_faults_are_told_at_once_by_field() {
    var config = "{'action': 'createTask', 'token': 'pit-123', 'contactId': 1, 'colour': 'red'}";

    assertThat(fields(GhlConfig.decode(json(config)).allFaults()))
        .containsExactlyInAnyOrder(
            "token", "locationId", "contactId", "title", "dueDate", "colour");
  }

  @Test
  void an_action_must_be_one_that_is_known() {
    assertThat(fields(faults("'action': 'dance'"))).containsExactly("action");
    assertThat(fields(faults(""))).containsExactly("action");
  }

  private static GhlConfig decode(String action) {
    return GhlConfig.decode(json("{" + SECRETS + "," + action + "}")).orElseThrow();
  }

  private static List<Fault> faults(String action) {
    var fields = Stream.of(SECRETS, action).filter(it -> !it.isEmpty()).toList();
    return GhlConfig.decode(json("{" + String.join(",", fields) + "}")).allFaults();
  }

  private static List<String> fields(List<Fault> faults) {
    return faults.stream()
        .map(fault -> fault.field().replaceFirst("executionConfig\\.", ""))
        .toList();
  }

  /** JSON is easier to read here with single quotes. */
  private static Json json(String text) {
    return new Json(text.replace('\'', '"'));
  }
}
