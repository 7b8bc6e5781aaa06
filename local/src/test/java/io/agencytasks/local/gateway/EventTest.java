package io.agencytasks.local.gateway;

import static io.agencytasks.local.gateway.Api.event;
import static io.agencytasks.local.gateway.Api.function;
import static io.agencytasks.local.gateway.Api.open;
import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTest {
  private static Api api;

  @BeforeAll
  static void start() throws Exception {
    api = new Api(function(Functions.Echo.class, open("ANY /{path+}")));
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @Test
  void a_request_is_described_in_payload_format_2() throws Exception {
    HttpResponse<String> response = api.send("GET", "/v1/x", "user-agent", "tests/1");
    JsonNode event = event(response);
    JsonNode context = event.path("requestContext");

    assertThat(event.path("version").textValue()).isEqualTo("2.0");
    assertThat(event.path("rawPath").textValue()).isEqualTo("/v1/x");
    assertThat(event.path("rawQueryString").textValue()).isEmpty();
    assertThat(event.path("isBase64Encoded").booleanValue()).isFalse();
    assertThat(event.has("body")).isFalse();
    assertThat(event.has("cookies")).isFalse();
    assertThat(event.has("queryStringParameters")).isFalse();
    assertThat(context.path("accountId").textValue()).isEqualTo("123456789012");
    assertThat(context.path("domainName").textValue()).isEqualTo("localhost");
    assertThat(context.path("domainPrefix").textValue()).isEqualTo("localhost");
    assertThat(context.path("stage").textValue()).isEqualTo("$default");
    assertThat(context.has("authorizer")).isFalse();
    assertThat(context.path("requestId").textValue())
        .hasSize(16)
        .isEqualTo(response.headers().firstValue("apigw-requestid").orElseThrow());
    assertThat(context.path("http"))
        .isEqualTo(
            new ObjectMapper()
                .createObjectNode()
                .put("method", "GET")
                .put("path", "/v1/x")
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "127.0.0.1")
                .put("userAgent", "tests/1"));
  }

  @Test
  void the_time_is_given_twice() throws Exception {
    JsonNode context = event(api.send("GET", "/x")).path("requestContext");

    assertThat(Instant.ofEpochMilli(context.path("timeEpoch").longValue()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(context.path("time").textValue())
        .matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
  }

  @Test
  void headers_are_in_lower_case_and_repeated_ones_joined() throws Exception {
    JsonNode headers =
        event(api.send("GET", "/x", "X-Own", "a", "X-Own", "b,c", "X-Forwarded-For", "9.9.9.9"))
            .path("headers");

    assertThat(headers.path("x-own").textValue()).isEqualTo("a,b,c");
    assertThat(headers.path("x-forwarded-for").textValue()).isEqualTo("9.9.9.9, 127.0.0.1");
    assertThat(headers.path("host").textValue())
        .isEqualTo("localhost:" + headers.path("x-forwarded-port").textValue());
    assertThat(headers.fieldNames()).toIterable().noneMatch(n -> n.matches(".*[A-Z].*"));
  }

  @Test
  void cookies_are_listed_and_no_header() throws Exception {
    JsonNode event = event(api.send("GET", "/x", "Cookie", "a=1; b=2", "Cookie", "c=3"));

    assertThat(event.path("cookies").toString()).isEqualTo("[\"a=1\",\"b=2\",\"c=3\"]");
    assertThat(event.path("headers").has("cookie")).isFalse();
  }

  @Test
  void query_parameters_are_decoded_and_repeated_ones_joined() throws Exception {
    JsonNode event = event(api.send("GET", "/x?a=1&b=x%20y%26+z&a=2&flag&e=&%C3%BC=1"));

    assertThat(event.path("rawQueryString").textValue())
        .isEqualTo("a=1&b=x%20y%26+z&a=2&flag&e=&%C3%BC=1");
    assertThat(event.path("queryStringParameters").toString())
        .isEqualTo("{\"a\":\"1,2\",\"b\":\"x y& z\",\"flag\":\"\",\"e\":\"\",\"ü\":\"1\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, false",
    "application/json; charset=UTF-8, false",
    "text/csv, false",
    "application/xml, false",
    "application/javascript, false",
    "text/plain; charset=iso-8859-1, true",
    "application/x-www-form-urlencoded, true",
    "application/octet-stream, true",
    "image/png, true",
  })
  void only_text_comes_as_text(String type, boolean base64) throws Exception {
    JsonNode event = event(api.send("POST", "/x", ofString("a ü"), "content-type", type));

    assertThat(event.path("isBase64Encoded").booleanValue()).isEqualTo(base64);
    assertThat(event.path("body").textValue()).isEqualTo(base64 ? "YSDDvA==" : "a ü");
  }

  @Test
  void a_body_without_a_type_and_one_that_is_not_utf8_come_as_base64() throws Exception {
    byte[] latin = {(byte) 0xfc};

    JsonNode untyped = event(api.send("POST", "/x", ofString("{}")));
    JsonNode mistyped =
        event(api.send("POST", "/x", ofByteArray(latin), "content-type", "application/json"));

    assertThat(untyped.path("body").textValue()).isEqualTo("e30=");
    assertThat(Base64.getDecoder().decode(mistyped.path("body").textValue())).isEqualTo(latin);
  }
}
