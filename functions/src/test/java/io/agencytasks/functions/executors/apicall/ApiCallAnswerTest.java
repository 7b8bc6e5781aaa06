package io.agencytasks.functions.executors.apicall;

import static io.agencytasks.functions.executors.apicall.ApiCallFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.agencytasks.domain.artifact.Artifact;
import io.agencytasks.domain.execution.ExecutionLog;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Outcome.Done;
import io.agencytasks.domain.execution.Outcome.GiveUp;
import io.agencytasks.domain.execution.Outcome.Retry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCallAnswerTest {
  private final ApiCall executor = ApiCallFixture.onLaptop();
  private final AtomicInteger requests = new AtomicInteger();
  private final HttpServer server;

  ApiCallAnswerTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_json_answer_becomes_the_result() throws InterruptedException {
    answer(200, "application/json", "{\"ok\":true}");
    assertThat(get("/?token=secret"))
        .isInstanceOfSatisfying(
            Done.class,
            done -> {
              assertThat(done.result().text())
                  .isEqualTo(
                      "{\"status\": 200, \"headers\": {\"content-type\": \"application/json\"},"
                          + " \"body\": {\"ok\": true}}");
              assertThat(done.summary()).isEqualTo("GET 127.0.0.1 answered 200 in 0 ms");
            });
  }

  @Test
  void a_text_answer_becomes_the_result() throws InterruptedException {
    answer(200, "text/plain", "grüß dich");
    assertThat(result("/")).contains("\"body\": \"grüß dich\"");
  }

  @Test
  void an_empty_answer_has_a_null_body() throws InterruptedException {
    answer(204, "text/plain", "");
    assertThat(result("/")).contains("\"status\": 204").contains("\"body\": null");
  }

  @Test
  void a_compressed_answer_is_read_no_further_than_its_cap() throws InterruptedException {
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/plain");
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, 0);
          try (var zip = new GZIPOutputStream(exchange.getResponseBody())) {
            zip.write(new byte[50_000_000]);
          }
        });
    assertThat(result("/"))
        .contains("\"bodyTruncated\": true")
        .doesNotContain("\u0000", "artifact");
  }

  @Test
  void an_answer_of_which_nobody_wants_the_body_keeps_status_and_headers()
      throws InterruptedException {
    answer(200, "application/json", "{\"ok\":true}");
    assertThat(run("{'url': '" + url("/") + "', 'captureResponse': false}"))
        .isInstanceOfSatisfying(
            Done.class,
            done ->
                assertThat(done.result().text())
                    .isEqualTo(
                        "{\"status\": 200, \"headers\": {\"content-type\":"
                            + " \"application/json\"}}"));
  }

  @Test
  void a_body_that_the_result_cannot_hold_is_kept_whole_and_the_log_says_so()
      throws InterruptedException {
    answer(200, "application/json", "[" + "1,".repeat(100_000) + "1]");
    var attempt = ApiCallFixture.attempt("{'url': '" + url("/?token=secret") + "'}");
    var records = ApiCallFixture.records(attempt);

    assertThat(executor.run(attempt, records))
        .isInstanceOfSatisfying(
            Done.class,
            done ->
                assertThat(done.result().text())
                    .contains(
                        "\"artifact\": {\"name\": \"response.json\","
                            + " \"contentType\": \"application/json\", \"bytes\": 200003}"));
    assertThat(records.traces().artifacts())
        .containsExactly(Artifact.of("response.json", "application/json", 200_003));
    assertThat(records.traces().log())
        .extracting(ExecutionLog.Line::message)
        .containsExactly(
            "Sending GET 127.0.0.1.",
            "GET 127.0.0.1 answered 200 in 0 ms, 200,003 bytes.",
            "Kept response.json, 200,003 bytes.");
  }

  @Test
  void a_log_says_why_it_failed_and_when_it_may_be_called_again() throws InterruptedException {
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "120");
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    var attempt = ApiCallFixture.attempt("{'url': '" + url("/") + "'}");
    var records = ApiCallFixture.records(attempt);

    executor.run(attempt, records);

    assertThat(records.traces().log())
        .extracting(ExecutionLog.Line::message)
        .containsExactly(
            "Sending GET 127.0.0.1.",
            "GET 127.0.0.1 answered 503 in 0 ms.",
            "GET 127.0.0.1 answered 503, expected any 2xx."
                + " The server is busy or away: try again later.",
            "It asks to be called again in 120 s.");
  }

  @Test
  void an_endless_answer_is_cut_off() throws InterruptedException {
    var hungUp = new CountDownLatch(1);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/plain");
          exchange.sendResponseHeaders(200, 0);
          try (var out = exchange.getResponseBody()) {
            while (true) {
              out.write("more ".repeat(1000).getBytes(StandardCharsets.UTF_8));
            }
          } finally {
            hungUp.countDown();
          }
        });
    assertThat(result("/").getBytes(StandardCharsets.UTF_8)).hasSize(Outcome.MAX_RESULT_BYTES);
    assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_is_not_followed(int status) throws InterruptedException {
    redirect(status);
    assertThat(get("/"))
        .isInstanceOfSatisfying(
            GiveUp.class,
            it -> {
              assertThat(it.why().code()).isEqualTo("HTTP_" + status);
              assertThat(it.why().message()).contains("Redirects are not followed");
            });
    assertThat(requests).hasValue(1);
  }

  @Test
  void an_expected_redirect_tells_where_it_leads() throws InterruptedException {
    redirect(302);
    assertThat(run("{'url': '" + url("/") + "', 'expectedStatus': 302}"))
        .isInstanceOfSatisfying(
            Done.class,
            done -> assertThat(done.result().text()).contains("\"location\": \"/next\""));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 502, 503, 504})
  void a_busy_server_is_tried_again_when_it_says(int status) throws InterruptedException {
    retryAfter(status, "120");
    assertThat(get("/"))
        .isInstanceOfSatisfying(
            Retry.class,
            it -> {
              assertThat(it.why().code()).isEqualTo("HTTP_" + status);
              assertThat(it.after()).contains(Duration.ofMinutes(2));
              assertThat(it.uncertain()).isEqualTo(status == 502 || status == 504);
            });
  }

  @Test
  void a_busy_server_may_name_a_date() throws InterruptedException {
    var date = NOW.plusSeconds(90).atZone(ZoneOffset.UTC);
    retryAfter(503, DateTimeFormatter.RFC_1123_DATE_TIME.format(date));
    assertThat(get("/"))
        .isInstanceOfSatisfying(
            Retry.class, it -> assertThat(it.after()).contains(Duration.ofSeconds(90)));
  }

  @Test
  void an_attempt_to_post_is_one_request_even_if_the_server_would_have_it_at_once_again()
      throws InterruptedException {
    retryAfter(503, "0");
    assertThat(run("{'url': '" + url("/") + "', 'method': 'POST', 'body': 1}"))
        .isInstanceOf(Retry.class);
    assertThat(requests).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 422, 500, 501})
  void any_other_unexpected_status_is_final(int status) throws InterruptedException {
    answer(status, "text/plain", "the password is secret");
    assertThat(get("/path?token=secret"))
        .isInstanceOfSatisfying(
            GiveUp.class,
            it -> {
              assertThat(it.why().code()).isEqualTo("HTTP_" + status);
              assertThat(it.why().message())
                  .contains("GET 127.0.0.1 answered " + status + ", expected any 2xx")
                  .doesNotContain("secret");
            });
  }

  @Test
  void any_status_can_be_expected() throws InterruptedException {
    answer(503, "text/plain", "away");
    assertThat(run("{'url': '" + url("/") + "', 'expectedStatus': [200, 503]}"))
        .isInstanceOf(Done.class);
    assertThat(run("{'url': '" + url("/") + "', 'expectedStatus': [200, 404]}"))
        .isInstanceOfSatisfying(
            Retry.class, it -> assertThat(it.why().message()).contains("expected 200 or 404"));
  }

  private void answer(int status, String contentType, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", contentType);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private void redirect(int status) {
    headersOnly(status, "Location", "/next");
  }

  private void retryAfter(int status, String value) {
    headersOnly(status, "Retry-After", value);
  }

  private void headersOnly(int status, String name, String value) {
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.getResponseHeaders().add(name, value);
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  private String result(String path) throws InterruptedException {
    var outcome = get(path);
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).result().text();
  }

  private Outcome get(String path) throws InterruptedException {
    return run("{'url': '" + url(path) + "'}");
  }

  private Outcome run(String config) throws InterruptedException {
    return ApiCallFixture.run(executor, config);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }
}
