package io.agencytasks.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencytasks.local.template.Stack.Trigger;
import io.agencytasks.local.template.Stack.Trigger.QueueMessages;
import io.agencytasks.local.template.Stack.Trigger.Route;
import io.agencytasks.local.template.Stack.Trigger.Schedule;
import io.agencytasks.local.template.language.TemplateRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our template with one thing changed, read as AWS would mean it. */
class StackReaderTest {
  @TempDir Path folder;

  @Test
  void a_route_may_ask_for_scopes_of_its_own() throws IOException {
    assertThat(first("Health", "Authorizer: NONE", "AuthorizationScopes: [admin]"))
        .isEqualTo(new Route("GET", "/v1/health", List.of("admin"), false));
  }

  @Test
  void a_route_may_name_its_authorizer() throws IOException {
    assertThat(first("Health", "Authorizer: NONE", "Authorizer: Caller"))
        .isEqualTo(new Route("GET", "/v1/health", List.of("tasks", "agency-tasks/tasks"), false));
  }

  @Test
  void without_a_default_authorizer_a_route_is_open() throws IOException {
    assertThat(first("GetTask", "        DefaultAuthorizer: Caller\n", ""))
        .isEqualTo(new Route("GET", "/v1/tasks/{id}", List.of(), true));
  }

  @Test
  void an_event_source_mapping_has_the_defaults_of_lambda() throws IOException {
    assertThat(
            first(
                "Executor",
                "BatchSize: 10\n            FunctionResponseTypes: [ReportBatchItemFailures]\n",
                "MaximumBatchingWindowInSeconds: 5\n"))
        .isEqualTo(
            new QueueMessages(
                "arn:aws:sqs:eu-west-1:000000000000:Doorbells",
                10,
                Duration.ofSeconds(5),
                10,
                false));
  }

  @Test
  void a_schedule_may_be_a_cron_in_a_time_zone_and_switched_off() throws IOException {
    assertThat(
            first(
                "Sweep",
                "ScheduleExpression: rate(1 minute)",
                """
                ScheduleExpression: cron(0 8 ? * MON-FRI *)
                            ScheduleExpressionTimezone: Europe/Berlin
                            State: DISABLED\
                """))
        .isEqualTo(
            new Schedule(
                "Sweep", "cron(0 8 ? * MON-FRI *)", "Europe/Berlin", Optional.of("{}"), false));
  }

  @Test
  void a_queue_has_the_defaults_of_sqs() throws IOException {
    var queue = read("MessageRetentionPeriod: 1209600", "DelaySeconds: 7").queues().getLast();

    assertThat(queue.delay()).isEqualTo(Duration.ofSeconds(7));
    assertThat(queue.retention()).isEqualTo(Duration.ofDays(4));
    assertThat(queue.visibilityTimeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(queue.receiveWait()).isZero();
  }

  @Test
  void a_template_with_nothing_in_it_lacks_an_api() throws IOException {
    var file = Files.writeString(folder.resolve("t.yaml"), "Transform: AWS::Serverless-2016-10-31");

    assertThatThrownBy(() -> StackReader.read(file, Map.of(), OurTemplate.HERE))
        .isInstanceOf(TemplateRefused.class)
        .hasMessage(
            "t.yaml, line 1: There is no AWS::Serverless::HttpApi, and a laptop needs one.");
  }

  private Trigger first(String function, String replaced, String by) throws IOException {
    return read(replaced, by).functions().stream()
        .filter(found -> found.name().equals(function))
        .findFirst()
        .orElseThrow()
        .triggers()
        .getFirst();
  }

  private Stack read(String replaced, String by) throws IOException {
    return OurTemplate.with(replaced, by).readIn(folder);
  }
}
