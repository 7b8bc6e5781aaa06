package io.agencytasks.local.gateway;

import static io.agencytasks.local.gateway.Api.function;
import static io.agencytasks.local.gateway.Api.open;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseTest {
  private static Api api;

  @BeforeAll
  static void start() throws Exception {
    api = new Api(function(Functions.Puppet.class, open("POST /puppet")));
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @Test
  void status_headers_cookies_and_body_are_passed_on() throws Exception {
    HttpResponse<String> response =
        answer(
            """
            {"statusCode":201,"headers":{"Content-Type":"application/json","ETag":"\\"1\\"","X-N":5},
             "multiValueHeaders":{"x-m":["1","2"]},"cookies":["a=1; Path=/","b=2"],"body":"{}"}
            """);

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body()).isEqualTo("{}");
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
    assertThat(response.headers().firstValue("etag")).hasValue("\"1\"");
    assertThat(response.headers().firstValue("x-n")).hasValue("5");
    assertThat(response.headers().allValues("set-cookie"))
        .containsExactlyInAnyOrder("a=1; Path=/", "b=2");
    assertThat(response.headers().firstValue("x-m")).isEmpty();
    assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
  }

  @Test
  void a_base64_body_is_decoded() throws Exception {
    assertThat(answer("{\"statusCode\":200,\"body\":\"w7w=\",\"isBase64Encoded\":true}").body())
        .isEqualTo("ü");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"a\":1} | {\"a\":1}", "\"hello\" | hello", "[1,2] | [1,2]", "null | null"})
  void an_answer_without_a_status_is_the_body_of_a_200(String answer, String body)
      throws Exception {
    HttpResponse<String> response = answer(answer);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(body);
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void an_answer_that_may_have_no_body_has_none(int status) throws Exception {
    HttpResponse<String> response = answer("{\"statusCode\":" + status + ",\"body\":\"x\"}");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void an_answer_without_headers_is_plain_text_and_may_be_empty() throws Exception {
    HttpResponse<String> response = answer("{\"statusCode\":404,\"headers\":null}");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("content-type")).hasValue("text/plain;charset=UTF-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{not json",
        "{} {}",
        "{\"statusCode\":\"200\"}",
        "{\"statusCode\":99}",
        "{\"statusCode\":600}",
        "{\"statusCode\":200,\"body\":{}}",
        "{\"statusCode\":200,\"headers\":[]}",
        "{\"statusCode\":200,\"cookies\":\"a=1\"}",
        "{\"statusCode\":200,\"headers\":{\"x\":\"1\\r\\ny: 2\"}}",
        "{\"statusCode\":200,\"headers\":{\"x y\":\"1\"}}",
        "{\"statusCode\":200,\"body\":\"*\",\"isBase64Encoded\":true}",
      })
  void an_answer_that_breaks_the_format_is_an_internal_server_error(String answer)
      throws Exception {
    HttpResponse<String> response = answer(answer);

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  private static HttpResponse<String> answer(String answer) throws Exception {
    return api.post("/puppet", answer);
  }
}
