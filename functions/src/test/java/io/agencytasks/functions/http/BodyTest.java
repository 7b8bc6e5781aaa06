package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.ARequest.event;
import static io.agencytasks.functions.http.ARequest.faultsOf;
import static io.agencytasks.functions.http.ARequest.faultyFieldsOf;
import static io.agencytasks.functions.http.ARequest.inBase64;
import static io.agencytasks.functions.http.ARequest.newTask;
import static io.agencytasks.functions.http.ARequest.withBody;
import static io.agencytasks.functions.http.ARequest.withBytes;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agencytasks.domain.task.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body as a whole: what is read at all, and how its faults are told. */
class BodyTest {
  private static final String WHOLE = "";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "'text'",
        "{",
        "{'title': 'a' 'b'}",
        "{'title': 'a', 'title': 'b'}",
        "{'metadata': {'a': 1, 'a': 2}}",
        "{} {}",
        "{} x",
        "{'maxRetries': NaN}",
        "{'maxRetries': 01}",
        "{'maxRetries': 1e99999999999}",
        "{title: 'a'}",
        "{'title': 'a\nb'}"
      })
  void what_is_no_single_json_object_is_refused_as_a_whole(String body) {
    assertThat(faultyFieldsOf(() -> newTask(body))).containsExactly(WHOLE);
  }

  @Test
  void no_body_at_all_is_refused() {
    assertThat(faultyFieldsOf(() -> newTask(event()))).containsExactly(WHOLE);
  }

  @Test
  void every_fault_is_told_at_once() {
    var body =
        "{'title': '', 'priority': 'top', 'executionType': 'scheduled', 'tags': [1], 'colour': 1}";

    assertThat(faultyFieldsOf(() -> newTask(body)))
        .containsExactlyInAnyOrder(
            "title", "taskType", "priority", "scheduledFor", "tags", "colour");
  }

  @Test
  void a_rule_between_fields_is_not_judged_where_one_of_them_is_faulty() {
    var body =
        "{'title': 'a', 'taskType': 'custom', 'executionType': 'scheduled', 'scheduledFor': 'x'}";

    assertThat(faultsOf(() -> newTask(body)))
        .singleElement()
        .extracting(Fault::message)
        .asString()
        .contains("ISO 8601");
  }

  @Test
  void an_unknown_field_is_named_but_not_at_any_length() {
    var body = "{'title': 'a', 'taskType': 'custom', '%s': 1}".formatted("x".repeat(5000));

    assertThat(faultyFieldsOf(() -> newTask(body))).singleElement().asString().hasSizeLessThan(200);
  }

  @Test
  void a_body_may_nest_32_deep_but_not_33() {
    assertThat(newTask(nested(32)).metadata()).isNotNull();
    assertThat(faultyFieldsOf(() -> newTask(nested(33)))).containsExactly(WHOLE);
  }

  @Test
  void a_body_of_256_KiB_is_read_and_one_byte_more_is_too_large() {
    var longest = "{\"x\":\"" + "y".repeat(256 * 1024 - 8) + "\"}";

    assertThat(faultyFieldsOf(() -> newTask(withBody(longest)))).contains("x");
    assertThatExceptionOfType(BodyTooLarge.class)
        .isThrownBy(() -> newTask(withBody(longest + " ")));
    assertThatExceptionOfType(BodyTooLarge.class)
        .isThrownBy(() -> newTask(withBytes((longest + " ").getBytes(UTF_8))));
  }

  @Test
  void a_body_in_base64_is_unpacked() {
    var body = "{\"title\": \"Grüße \uD83D\uDE80\", \"taskType\": \"custom\"}";

    assertThat(newTask(withBytes(body.getBytes(UTF_8))).title().value())
        .isEqualTo("Grüße \uD83D\uDE80");
  }

  @Test
  void bytes_that_are_no_utf8_are_refused() {
    var body = "{\"title\": \"Grüße\", \"taskType\": \"custom\"}".getBytes(ISO_8859_1);

    assertThat(faultyFieldsOf(() -> newTask(withBytes(body)))).containsExactly(WHOLE);
  }

  @Test
  void what_claims_to_be_base64_and_is_not_is_refused() {
    assertThat(faultyFieldsOf(() -> newTask(inBase64("{not base64}")))).containsExactly(WHOLE);
  }

  /** The body is the first level, its metadata the second. */
  private static String nested(int levels) {
    int inside = levels - 2;
    return "{'title': 'a', 'taskType': 'custom', 'metadata': {'a': %s%s}}"
        .formatted("[".repeat(inside), "]".repeat(inside));
  }
}
