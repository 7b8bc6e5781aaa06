package io.agencytasks.functions.executors.apicall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCallConfigTest {

  @Test
  void a_url_is_enough() {
    var config = decode("{'url': 'https://api.example.com/v1?q=1'}");
    assertThat(config.url()).hasToString("https://api.example.com/v1?q=1");
    assertThat(config.method()).isEqualTo(HttpMethod.GET);
    assertThat(config.headers().size()).isZero();
    assertThat(config.body()).isEmpty();
    assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.onUncertain()).isEqualTo(OnUncertain.RETRY);
  }

  @Test
  void everything_can_be_said() {
    var config =
        decode(
            """
            {'url': 'http://example.com', 'method': 'PATCH', 'headers': {'X-A': 'b'},
             'body': {'price': 1.10}, 'expectedStatus': [200, 404], 'timeoutSeconds': 60,
             'onUncertain': 'retry'}
            """);
    assertThat(config.method()).isEqualTo(HttpMethod.PATCH);
    assertThat(config.headers().get("x-a")).isEqualTo("b");
    assertThat(config.body()).hasToString("Optional[{\"price\":1.10}]");
    assertThat(config.expectedStatus().accepts(404)).isTrue();
    assertThat(config.expectedStatus().accepts(201)).isFalse();
    assertThat(config.timeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.onUncertain()).isEqualTo(OnUncertain.RETRY);
  }

  @Test
  void a_task_without_configuration_lacks_its_url() {
    assertFaults("{}", "url");
    assertFaults("{'url': null}", "url");
    assertFaults("[]", "url");
  }

  @Test
  void all_faults_are_told_at_once_by_field() {
    assertFaults(
        """
        {'url': 'ftp://example.com', 'method': 'TRACE', 'headers': {'Host': 'x', 'X': 1},
         'expectedStatus': [200, 99], 'timeoutSeconds': 61, 'onUncertain': 'maybe', 'retries': 3}
        """,
        "url",
        "method",
        "headers.Host",
        "headers.X",
        "expectedStatus[1]",
        "timeoutSeconds",
        "onUncertain",
        "retries");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "''",
        "'example.com'",
        "'/path'",
        "'//example.com'",
        "'http:example.com'",
        "'http:/example.com'",
        "'http:///example.com'",
        "'http://'",
        "' http://example.com'",
        "'http://example.com/a b'",
        "'http://example.com/a\\tb'",
        "'http://example.com/a\\\\b'",
        "'http:\\\\\\\\example.com'",
        "'file:///etc/passwd'",
        "'javascript:alert(1)'",
        "'ws://example.com'",
        "'http://user@example.com'",
        "'http://user:secret@example.com'",
        "'http://@example.com'",
        "'http://example.com#top'",
        "'http://example.com/#'",
        "'http://example.com:99999'",
        "'http://[::1'",
        "'http://exa<mple.com'",
      })
  void a_url_that_is_no_plain_absolute_web_address_is_refused(String url) {
    assertFaults("{'url': " + url + "}", "url");
  }

  @Test
  void a_url_has_at_most_2048_characters() {
    String start = "http://example.com/";
    assertThat(faults("{'url': '" + start + "a".repeat(2048 - start.length()) + "'}")).isEmpty();
    assertFaults("{'url': '" + start + "a".repeat(2049 - start.length()) + "'}", "url");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "host",
        "Content-Length",
        "Transfer-Encoding",
        "Connection",
        "Upgrade",
        "TE",
        "Expect"
      })
  void headers_of_the_sender_are_refused(String name) {
    assertFaults(withHeaders("{'" + name + "': 'x'}"), "headers." + name);
  }

  @Test
  void header_names_and_values_cannot_break_out() {
    assertFaults(withHeaders("{'X-A': 'a\\r\\nHost: evil'}"), "headers.X-A");
    assertFaults(withHeaders("{'X-A': 'a\\u0000'}"), "headers.X-A");
    assertFaults(withHeaders("{'X-A': 'ä'}"), "headers.X-A");
    assertFaults(withHeaders("{'X A': 'a'}"), "headers.X A");
    assertFaults(withHeaders("{'': 'a'}"), "headers.");
    assertFaults(withHeaders("{'X-A': 'a', 'x-a': 'b'}"), "headers.x-a");
    assertFaults(withHeaders("['X-A']"), "headers");
  }

  @Test
  void there_are_at_most_50_headers() {
    var headers = new StringBuilder("{'X-0': ''");
    for (int i = 1; i < 50; i++) {
      headers.append(", 'X-").append(i).append("': ''");
    }
    assertThat(faults(withHeaders(headers + "}"))).isEmpty();
    assertFaults(withHeaders(headers + ", 'X-50': ''}"), "headers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
  void only_get_and_head_follow_redirects(String method) {
    assertThat(decode("{'url': 'http://a.example', 'followRedirects': true}").followRedirects())
        .isTrue();
    assertThat(decode("{'url': 'http://a.example'}").followRedirects()).isFalse();
    assertFaults(
        "{'url': 'http://a.example', 'method': '" + method + "', 'followRedirects': true}",
        "followRedirects");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void get_and_head_send_no_body(String method) {
    assertFaults("{'url': 'http://a.example', 'method': '" + method + "', 'body': ''}", "body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"99", "600", "200.0", "'200'", "true", "{}", "[]", "2147483648"})
  void an_expected_status_is_an_integer_from_100_to_599(String status) {
    assertFaults("{'url': 'http://a.example', 'expectedStatus': " + status + "}", "expectedStatus");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "61", "-1", "1.5", "'30'", "99999999999"})
  void a_timeout_is_1_to_60_seconds(String seconds) {
    assertFaults(
        "{'url': 'http://a.example', 'timeoutSeconds': " + seconds + "}", "timeoutSeconds");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,RETRY",
    "HEAD,RETRY",
    "OPTIONS,RETRY",
    "PUT,RETRY",
    "DELETE,RETRY",
    "POST,ASK",
    "PATCH,ASK"
  })
  void only_what_may_safely_be_repeated_is_repeated_when_in_doubt(
      HttpMethod method, OnUncertain expected) {
    String given = "{'url': 'http://a.example', 'method': '" + method + "'";
    assertThat(decode(given + "}").onUncertain()).isEqualTo(expected);
    assertThat(decode(given + ", 'onUncertain': 'ask'}").onUncertain()).isEqualTo(OnUncertain.ASK);
    assertThat(decode(given + ", 'onUncertain': 'retry'}").onUncertain())
        .isEqualTo(OnUncertain.RETRY);
    assertThat(decode(given + ", 'headers': {'idempotency-key': 'k'}}").onUncertain())
        .isEqualTo(OnUncertain.RETRY);
  }

  @Test
  void asking_for_a_configuration_that_was_never_checked_is_a_bug() {
    var unchecked = ApiCallConfig.decode(new Json("{}"));
    assertThatThrownBy(unchecked::orElseThrow).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ApiCallConfig.decode(new Json("{")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_number_beyond_all_measure_is_a_fault() {
    assertThat(faults("{'url': 'http://a.example', 'method': 'PUT', 'body': 1e99999999999}"))
        .extracting(Fault::field)
        .contains("executionConfig");
  }

  private static String withHeaders(String headers) {
    return "{'url': 'http://a.example', 'headers': " + headers + "}";
  }

  private static ApiCallConfig decode(String json) {
    return ApiCallConfig.decode(json(json)).orElseThrow();
  }

  private static List<Fault> faults(String json) {
    return ApiCallConfig.decode(json(json)).allFaults();
  }

  private static void assertFaults(String json, String... fields) {
    assertThat(faults(json))
        .extracting(fault -> fault.field().replaceFirst("executionConfig\\.", ""))
        .containsExactly(fields);
  }

  /** JSON is easier to read here with single quotes. */
  private static Json json(String text) {
    return new Json(text.replace('\'', '"'));
  }
}
