package io.agencytasks.functions.executors.custom;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomConfigTest {
  private static final String LEAST =
      "{'url':'https://executors.example.com/','secret':{'secretRef':'key'}%s}";

  @Test
  void a_url_and_a_secret_are_enough() {
    var config = decode("");

    assertThat(config.data()).hasToString("{}");
    assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.callback()).isEqualTo(Duration.ofHours(1));
    assertThat(config.onUncertain()).isEqualTo(OnUncertain.ASK);
  }

  @Test
  void everything_can_be_said() {
    var config =
        decode(
            ",'data':{'price':1.10},'timeoutSeconds':60,'callbackSeconds':86400,'onUncertain':'retry'");

    assertThat(config.data()).hasToString("{\"price\":1.10}");
    assertThat(config.timeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.callback()).isEqualTo(Duration.ofDays(1));
    assertThat(config.onUncertain()).isEqualTo(OnUncertain.RETRY);
  }

  @Test
  void null_is_as_good_as_nothing() {
    assertThat(decode(",'data':null,'timeoutSeconds':null,'callbackSeconds':null"))
        .isEqualTo(decode(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'data':[]|data",
        "'data':'text'|data",
        "'timeoutSeconds':0|timeoutSeconds",
        "'timeoutSeconds':61|timeoutSeconds",
        "'timeoutSeconds':1.5|timeoutSeconds",
        "'callbackSeconds':59|callbackSeconds",
        "'callbackSeconds':86401|callbackSeconds",
        "'onUncertain':'perhaps'|onUncertain",
        "'method':'GET'|method",
      })
  void what_is_none_is_a_fault_of_its_field(String field, String name) {
    assertThat(faults(LEAST.formatted("," + field)))
        .extracting(Fault::field)
        .containsExactly("executionConfig." + name);
  }

  @Test
  void a_key_that_is_written_out_is_refused() {
    assertThat(faults("{'url':'https://example.com/','secret':'whsec_c2VjcmV0'}"))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.field()).isEqualTo("executionConfig.secret");
              assertThat(fault.message())
                  .contains("PUT /v1/secrets/{name}")
                  .doesNotContain("whsec");
            });
  }

  @Test
  void nothing_at_all_lacks_both() {
    assertThat(faults("{}"))
        .extracting(Fault::field)
        .containsExactlyInAnyOrder("executionConfig.url", "executionConfig.secret");
  }

  private static CustomConfig decode(String more) {
    return CustomConfig.decode(json(LEAST.formatted(more))).orElseThrow();
  }

  private static List<Fault> faults(String config) {
    return CustomConfig.decode(json(config)).allFaults();
  }

  private static Json json(String text) {
    return new Json(text.replace('\'', '"'));
  }
}
