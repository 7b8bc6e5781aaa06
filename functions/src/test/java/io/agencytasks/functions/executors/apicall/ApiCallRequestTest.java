package io.agencytasks.functions.executors.apicall;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.agencytasks.domain.execution.Outcome.Done;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiCallRequestTest {
  private record Received(String method, String target, Headers headers, String body) {
    String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }
  }

  private final ApiCall executor = ApiCallFixture.onLaptop();
  private final List<Received> received = new ArrayList<>();
  private final HttpServer server;

  ApiCallRequestTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(
              new Received(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().toString(),
                  exchange.getRequestHeaders(),
                  new String(body, StandardCharsets.UTF_8)));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @EnumSource(HttpMethod.class)
  void each_method_is_sent(HttpMethod method) throws InterruptedException {
    assertThat(send("'method': '" + method + "'").method()).isEqualTo(method.name());
  }

  @Test
  void url_and_headers_are_sent_as_given() throws InterruptedException {
    var request = send("'headers': {'X-Token': 'a b', 'User-Agent': 'mine'}");
    assertThat(request.target()).isEqualTo("/path?q=a%20b");
    assertThat(request.header("X-Token")).isEqualTo("a b");
    assertThat(request.header("User-Agent")).isEqualTo("mine");
    assertThat(request.header("Host")).isEqualTo("127.0.0.1:" + server.getAddress().getPort());
  }

  @Test
  void a_value_is_sent_as_json() throws InterruptedException {
    var request = send("'method': 'PUT', 'body': {'price': 1.10, 'big': 12345678901234567890}");
    assertThat(request.body()).isEqualTo("{\"price\":1.10,\"big\":12345678901234567890}");
    assertThat(request.header("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void a_string_is_sent_as_it_is() throws InterruptedException {
    var request = send("'method': 'POST', 'body': 'grüß dich'");
    assertThat(request.body()).isEqualTo("grüß dich");
    assertThat(request.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
  }

  @Test
  void a_content_type_of_ones_own_is_kept() throws InterruptedException {
    String form = "'headers': {'content-type': 'application/x-www-form-urlencoded'}";
    var request = send("'method': 'POST', 'body': 'a=1&b=2', " + form);
    assertThat(request.headers().get("Content-Type"))
        .containsExactly("application/x-www-form-urlencoded");
    assertThat(request.body()).isEqualTo("a=1&b=2");
  }

  @Test
  void no_body_is_sent_where_none_is_given() throws InterruptedException {
    assertThat(send("'method': 'POST'").header("Content-Length")).isEqualTo("0");
    assertThat(send("'method': 'DELETE'").headers()).doesNotContainKey("Content-Type");
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpMethod.class,
      names = {"POST", "PATCH"})
  void what_must_not_happen_twice_carries_the_tasks_uuid(HttpMethod method)
      throws InterruptedException {
    var request = send("'method': '" + method + "'");
    assertThat(request.header("Idempotency-Key")).isEqualTo(ApiCallFixture.TASK_UUID.toString());
  }

  @Test
  void an_idempotency_key_of_ones_own_is_kept() throws InterruptedException {
    var request = send("'method': 'POST', 'headers': {'idempotency-key': 'mine'}");
    assertThat(request.headers().get("Idempotency-Key")).containsExactly("mine");
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpMethod.class,
      names = {"POST", "PATCH"},
      mode = EnumSource.Mode.EXCLUDE)
  void what_may_happen_twice_carries_no_key(HttpMethod method) throws InterruptedException {
    assertThat(send("'method': '" + method + "'").headers()).doesNotContainKey("Idempotency-Key");
  }

  private Received send(String fields) throws InterruptedException {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/path?q=a%20b";
    var outcome = ApiCallFixture.run(executor, "{'url': '" + url + "', " + fields + "}");
    assertThat(outcome).isInstanceOf(Done.class);
    return received.getLast();
  }
}
