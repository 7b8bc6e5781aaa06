package io.agencytasks.functions.executors.apicall;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.task.Json;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A call that needs a secret while Secrets Manager is away, and one that needs none. */
class ApiCallSecretsTest {
  private static final String ENDPOINT = "aws.endpointUrlSecretsManager";
  private static final String CONFIG =
      "{'url': 'http://a.example', 'auth': {'type': 'bearer', 'token': {'secretRef': 'crm'}}}";

  @Test
  void a_secret_that_cannot_be_read_just_now_is_asked_for_again() throws Exception {
    Map.of(
            "aws.region",
            "eu-central-1",
            "aws.accessKeyId",
            "test",
            "aws.secretAccessKey",
            "test",
            ENDPOINT,
            "http://localhost:1")
        .forEach(System::setProperty);
    try (var context = context()) {
      Outcome outcome = ApiCallFixture.run(context.getBean(ApiCall.class), CONFIG);

      assertThat(outcome)
          .isEqualTo(
              new Outcome.Retry(
                  new Failure(
                      "SECRETS_UNAVAILABLE",
                      "The call was not sent: its secret cannot be read just now."),
                  Optional.of(Duration.ofSeconds(2))));
    } finally {
      System.clearProperty(ENDPOINT);
    }
  }

  @Test
  void a_configuration_is_checked_without_any_settings_of_secrets() {
    try (var context = ApplicationContext.builder().deduceEnvironment(false).start()) {
      assertThat(context.getBean(ApiCall.class).check(config())).isEmpty();
    }
  }

  @Test
  void to_read_a_secret_takes_nothing_of_the_calls_own_time() {
    assertThat(ApiCallFixture.onLaptop().timeout(config())).isEqualTo(Duration.ofSeconds(38));
  }

  private static ApplicationContext context() {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .properties(Map.of("secrets.prefix", "agency-tasks"))
        .start();
  }

  private static Json config() {
    return new Json(CONFIG.replace('\'', '"'));
  }
}
