package io.agencytasks.local.gateway;

import static io.agencytasks.local.gateway.Api.function;
import static io.agencytasks.local.gateway.Api.open;
import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static java.net.http.HttpRequest.BodyPublishers.ofInputStream;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  private static Api api;

  @BeforeAll
  static void start() throws Exception {
    api = new Api(function(Functions.Wordy.class, open("POST /x"), open("GET /{name}")));
  }

  @AfterAll
  static void stop() throws Exception {
    api.close();
  }

  @Test
  void a_body_over_ten_megabytes_is_too_large() throws Exception {
    HttpResponse<String> announced =
        api.send("POST", "/x", ofByteArray(new byte[TEN_MEGABYTES + 1]));
    HttpResponse<String> chunked =
        api.send(
            "POST",
            "/x",
            ofInputStream(() -> new ByteArrayInputStream(new byte[TEN_MEGABYTES + 1])));

    assertThat(announced.statusCode()).isEqualTo(413);
    assertThat(announced.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    assertThat(chunked.statusCode()).isEqualTo(413);
  }

  @Test
  void a_body_whose_event_is_too_much_for_lambda_is_too_large() throws Exception {
    assertThat(api.send("POST", "/x", ofByteArray(new byte[4_000_000])).statusCode())
        .isEqualTo(200);
    assertThat(api.send("POST", "/x", ofByteArray(new byte[5_000_000])).statusCode())
        .isEqualTo(413);
  }

  @Test
  void a_request_line_and_headers_over_ten_kilobytes_are_too_large() throws Exception {
    String head = "GET /x HTTP/1.1\r\nHost: localhost\r\nX-Long: \r\n";

    assertThat(api.raw("GET /x HTTP/1.1", "Host: localhost", "X-Long: " + fill(head, 10_240)))
        .isEqualTo("HTTP/1.1 200");
    assertThat(api.raw("GET /x HTTP/1.1", "Host: localhost", "X-Long: " + fill(head, 10_241)))
        .isEqualTo("HTTP/1.1 431");
    assertThat(api.raw("GET /" + fill("", 10_240) + " HTTP/1.1", "Host: localhost"))
        .isEqualTo("HTTP/1.1 431");
  }

  @Test
  void very_many_headers_are_too_large() throws Exception {
    String[] lines = Collections.nCopies(1_500, "a: bcd").toArray(String[]::new);
    lines[0] = "GET /x HTTP/1.1";

    assertThat(api.raw(lines)).isEqualTo("HTTP/1.1 431");
  }

  @Test
  void a_hundred_clients_are_served_while_others_dawdle() throws Exception {
    try (Socket first = dawdler("POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n1");
        Socket second = dawdler("POST /x HT");
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> ten =
          () -> {
            int good = 0;
            for (int i = 0; i < 10; i++) {
              good += api.post("/x", "10").statusCode() == 200 ? 1 : 0;
            }
            return good;
          };

      for (var client : clients.invokeAll(Collections.nCopies(100, ten))) {
        assertThat(client.get()).isEqualTo(10);
      }
      first.getOutputStream().write("    ".getBytes(UTF_8));
      assertThat(new String(first.getInputStream().readNBytes(12), UTF_8))
          .isEqualTo("HTTP/1.1 200");
      assertThat(second.getInputStream().available()).isZero();
    }
  }

  private static Socket dawdler(String beginning) throws Exception {
    Socket socket = api.connect();
    socket.getOutputStream().write(beginning.getBytes(UTF_8));
    return socket;
  }

  private static String fill(String head, int bytes) {
    return "x".repeat(bytes - head.length());
  }
}
