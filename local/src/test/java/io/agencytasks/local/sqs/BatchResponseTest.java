package io.agencytasks.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.local.lambda.Invocation;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchResponseTest {
  private static final Set<String> BATCH = Set.of("a", "b", "c");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "{}",
        "{\"batchItemFailures\": []}",
        "{\"batchItemFailures\": null}",
        "\"done\""
      })
  void an_answer_that_names_no_message_is_a_full_success(String answer) {
    assertThat(failures(answer)).isEmpty();
  }

  @Test
  void the_named_messages_failed_and_no_others() {
    assertThat(
            failures(
                "{\"batchItemFailures\": [{\"itemIdentifier\": \"b\"}, {\"itemIdentifier\":"
                    + " \"c\"}]}"))
        .containsExactlyInAnyOrder("b", "c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"unknown\"}]}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"a\"}, {\"itemIdentifier\": null}]}",
        "{\"batchItemFailures\": [{\"itemIdentifier\": \"\"}]}",
        "{\"batchItemFailures\": [{\"identifier\": \"a\"}]}",
        "{\"batchItemFailures\": [\"a\"]}",
        "{\"batchItemFailures\": \"a\"}",
        "{\"batchItemFailures\": [",
        "{} and more"
      })
  void an_answer_that_cannot_be_understood_fails_the_batch(String answer) {
    assertThat(failures(answer)).isEqualTo(BATCH);
  }

  @Test
  void an_invocation_without_an_answer_fails_the_batch() {
    assertThat(failures(new Invocation.Failed("Error", "no"))).isEqualTo(BATCH);
    assertThat(failures(new Invocation.TimedOut(Duration.ofSeconds(1)))).isEqualTo(BATCH);
    assertThat(failures(new Invocation.Throttled())).isEqualTo(BATCH);
  }

  @Test
  void a_mapping_without_reports_takes_any_answer_for_success() {
    String answer = "{\"batchItemFailures\": [{\"itemIdentifier\": \"a\"}]}";

    assertThat(BatchResponse.failures(new Invocation.Answered(answer), BATCH, false)).isEmpty();
  }

  private static Set<String> failures(String answer) {
    return failures(new Invocation.Answered(answer));
  }

  private static Set<String> failures(Invocation invocation) {
    return BatchResponse.failures(invocation, BATCH, true);
  }
}
