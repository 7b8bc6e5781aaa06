package io.agencytasks.functions.executors.apicall;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.artifact.Artifact;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.functions.outbound.Answer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Headers;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCallResultTest {
  private static final String JSON = "application/json";
  private static final int CAP = Outcome.MAX_RESULT_BYTES;

  @Test
  void json_is_kept_as_json_and_rendered_as_postgres_does() {
    assertThat(body(JSON, "{\"a\":[1,2.50,true,null],\"b\":{},\"c\":\"\\u00e4\"}"))
        .isEqualTo("{\"a\": [1, 2.50, true, null], \"b\": {}, \"c\": \"ä\"}");
    assertThat(body("application/problem+json; charset=utf-8", "{\"n\":1e3}"))
        .isEqualTo("{\"n\": 1000}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"n\":1e300}",
        "{\"n\":1e-300}",
        "{\"n\":1e999999999}",
        "{\"n\":1e99999999999}",
        "{\"n\":-1e-2147483648}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1} {}",
        "{\"a\":",
        "\"\\u0000\"",
        "{\"\\u0000\":1}",
        "\"\\ud800\"",
        "[\"\\udc00x\"]",
        "NaN",
        "no json",
      })
  void json_that_postgres_would_change_or_refuse_is_kept_as_text(String text) {
    assertThat(body(JSON, text))
        .isEqualTo("\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
  }

  @Test
  void json_of_great_depth_or_many_digits_is_kept_as_text() {
    assertThat(body(JSON, "[".repeat(65) + "]".repeat(65))).startsWith("\"[[");
    assertThat(body(JSON, "[".repeat(64) + "]".repeat(64))).startsWith("[[");
    assertThat(body(JSON, "9".repeat(101))).startsWith("\"9");
    assertThat(body(JSON, "9".repeat(100))).startsWith("9");
    assertThat(body(JSON, "9".repeat(2000))).startsWith("\"9");
  }

  @Test
  void an_empty_body_is_null() {
    assertThat(body(JSON, "")).isEqualTo("null");
    assertThat(body("text/plain", "")).isEqualTo("null");
  }

  @Test
  void only_blanks_are_text_even_as_json() {
    assertThat(body(JSON, "  ")).isEqualTo("\"  \"");
  }

  @Test
  void text_is_read_in_its_charset() {
    assertThat(body("text/plain; charset=iso-8859-1", bytes("Grüße", "iso-8859-1")))
        .isEqualTo("\"Grüße\"");
    assertThat(body("text/plain; charset=utf-16", bytes("Grüße", "utf-16"))).isEqualTo("\"Grüße\"");
    assertThat(body("text/html", bytes("\ufeffGrüße", "utf-8"))).isEqualTo("\"Grüße\"");
  }

  @Test
  void a_charset_that_nobody_knows_counts_as_utf_8() {
    assertThat(body("text/plain; charset=klingon", "Grüße")).isEqualTo("\"Grüße\"");
    assertThat(body("text/plain; charset=\"\"", "Grüße")).isEqualTo("\"Grüße\"");
  }

  @Test
  void bad_bytes_nul_and_lone_surrogates_in_text_are_replaced() {
    assertThat(body("text/plain", ByteString.decodeHex("61ff62"))).isEqualTo("\"a\ufffdb\"");
    assertThat(body("text/plain", ByteString.decodeHex("610062"))).isEqualTo("\"a\ufffdb\"");
    assertThat(body("text/plain; charset=utf-16be", ByteString.decodeHex("0061d8000062")))
        .doesNotContain("\ud800");
    assertThat(body("text/plain", "\ud83d\ude00")).isEqualTo("\"\ud83d\ude00\"");
  }

  @Test
  void bytes_that_are_no_text_are_kept_as_base64() {
    var png = ByteString.decodeHex("89504e470d0a1a0a0000");
    var result = result("image/png", png, true);
    assertThat(result)
        .contains("\"bodyEncoding\": \"base64\"")
        .contains("\"body\": \"" + png.base64() + "\"")
        .doesNotContain("bodyTruncated");
    assertThat(result("application/octet-stream", ByteString.encodeUtf8("plain"), true))
        .contains("\"body\": \"plain\"");
  }

  @Test
  void what_fits_exactly_is_whole_and_a_byte_more_is_cut() {
    int room = CAP - result("text/plain", ByteString.encodeUtf8("a"), true).length() + 1;
    assertThat(result("text/plain", ByteString.encodeUtf8("a".repeat(room)), true))
        .hasSize(CAP)
        .doesNotContain("bodyTruncated");
    assertThat(result("text/plain", ByteString.encodeUtf8("a".repeat(room + 1)), true))
        .hasSize(CAP)
        .contains("\"bodyTruncated\": true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ä", "€", "\ud83d\ude00", "\"", "\\", "\u0001", "a\ud83d\ude00\n"})
  void what_is_cut_fills_the_room_with_whole_characters(String unit) {
    String text = unit.repeat(Answer.MAX_HEAD_BYTES / unit.length());
    byte[] result =
        result("text/plain", ByteString.encodeUtf8(text), false).getBytes(StandardCharsets.UTF_8);
    assertThat(result).hasSizeBetween(CAP - 6, CAP);
    assertThat(new String(result, StandardCharsets.UTF_8)).doesNotContain("?", "\ufffd");
  }

  @Test
  void what_is_cut_points_to_the_whole_and_makes_room_for_that() {
    var headers = Headers.of("Content-Type", "text/plain");
    var answer = new Answer(200, headers, ByteString.encodeUtf8("a".repeat(100_000)), true);

    var result =
        ApiCallResult.of(
                answer,
                whole ->
                    Optional.of(Artifact.of("response.txt", "text/plain", whole.body().size())))
            .text();

    assertThat(result)
        .hasSize(CAP)
        .contains(
            "\"bodyTruncated\": true, \"artifact\": {\"name\": \"response.txt\","
                + " \"contentType\": \"text/plain\", \"bytes\": 100000}, \"body\": \"aaa");
  }

  @Test
  void base64_that_is_cut_can_still_be_decoded() {
    var result = result("image/png", ByteString.of(new byte[20_001]), true);
    String body = result.replaceAll(".*\"body\": \"([^\"]*)\".*", "$1");
    assertThat(ByteString.decodeBase64(body)).isNotNull();
    assertThat(body.length() % 4).isZero();
    assertThat(result).contains("\"bodyTruncated\": true").hasSizeBetween(CAP - 4, CAP);
  }

  @Test
  void json_too_big_to_keep_whole_becomes_the_beginning_of_its_text() {
    String json = "[" + "\"ä\",".repeat(4000) + "1]";
    var result = result(JSON, ByteString.encodeUtf8(json), true);
    assertThat(result).contains("\"body\": \"[\\\"ä\\\",").contains("\"bodyTruncated\": true");
    assertThat(result.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(CAP - 6, CAP);
  }

  @Test
  void json_that_was_cut_on_the_way_is_text_even_if_its_beginning_is_json() {
    assertThat(result(JSON, ByteString.encodeUtf8("123"), false)).contains("\"body\": \"123\"");
  }

  @Test
  void only_harmless_headers_are_kept_printable_and_short() {
    var headers =
        new Headers.Builder()
            .add("Set-Cookie", "session=secret")
            .add("ETag", "\"7\"")
            .addUnsafeNonAscii("Location", "/ä\u0000" + "x".repeat(5000))
            .build();
    var result =
        ApiCallResult.of(new Answer(201, headers, ByteString.EMPTY, true), _ -> Optional.empty())
            .text();
    assertThat(result)
        .contains("\"status\": 201", "\"etag\": \"\\\"7\\\"\"", "\"location\": \"/??xxx")
        .doesNotContain("secret")
        .hasSizeLessThan(1200);
  }

  private static String body(String contentType, String body) {
    return body(contentType, ByteString.encodeUtf8(body));
  }

  private static String body(String contentType, ByteString body) {
    String result = result(contentType, body, true);
    return result.substring(result.indexOf("\"body\": ") + 8, result.length() - 1);
  }

  private static String result(String contentType, ByteString body, boolean whole) {
    var headers = Headers.of("Content-Type", contentType);
    return ApiCallResult.of(new Answer(200, headers, body, whole), _ -> Optional.empty()).text();
  }

  private static ByteString bytes(String text, String charset) {
    return ByteString.of(text.getBytes(Charset.forName(charset)));
  }
}
