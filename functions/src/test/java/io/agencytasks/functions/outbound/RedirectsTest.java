package io.agencytasks.functions.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.functions.outbound.Redirects.Arrival;
import io.agencytasks.functions.outbound.Sent.Answered;
import io.agencytasks.functions.outbound.Sent.Unanswered;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Dns;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests end that are redirected, and what they carry there. */
@Timeout(30)
class RedirectsTest {
  private final Map<String, String> locations = new ConcurrentHashMap<>();
  private final List<Headers> received = new CopyOnWriteArrayList<>();
  private final HttpServer server = serving();

  @AfterEach
  void close() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_is_followed(int status) throws Exception {
    locations.put("/a", status + " /b?c=d#e");

    Arrival arrival = follow("/a");

    assertThat(status(arrival)).isEqualTo(200);
    assertThat(arrival.url()).hasToString(url("/b?c=d"));
    assertThat(arrival.hops()).isOne();
  }

  @Test
  void five_are_followed_and_a_sixth_is_not() throws Exception {
    for (int i = 0; i < 6; i++) {
      locations.put("/" + i, "302 " + (i + 1));
    }

    assertThat(status(follow("/1"))).isEqualTo(200);
    assertThat(code(follow("/0"))).isEqualTo("TOO_MANY_REDIRECTS");
    assertThat(received).hasSize(6 + 6);
  }

  @Test
  void the_same_origin_gets_the_same_credentials() throws Exception {
    locations.put("/a", "302 /b");

    follow("/a");

    assertThat(received.getLast().getFirst("Authorization")).isEqualTo("Bearer swordfish");
    assertThat(received.getLast().getFirst("X-Api-Key")).isEqualTo("swordfish");
  }

  @Test
  void another_gets_none_and_the_first_does_not_get_them_back() throws Exception {
    var other = "http://localhost:%d".formatted(server.getAddress().getPort());
    locations.put("/a", "302 %s/b".formatted(other));
    locations.put("/b", "302 " + url("/c"));

    follow("/a");

    assertThat(received).hasSize(3);
    assertThat(received.subList(1, 3))
        .allSatisfy(
            headers -> {
              assertThat(headers).doesNotContainKeys("Authorization", "X-api-key", "Cookie");
              assertThat(headers.getFirst("Accept")).isEqualTo("text/html");
            });
  }

  @Test
  void a_name_and_password_in_a_redirect_are_not_used() throws Exception {
    locations.put("/a", "302 http://me:pw@127.0.0.1:%d/b".formatted(server.getAddress().getPort()));

    assertThat(follow("/a").url()).hasToString(url("/b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://a.example/", "javascript:alert(1)", "http://", "file:///etc/passwd"})
  void a_redirect_to_what_is_no_web_address_is_the_answer(String location) throws Exception {
    locations.put("/a", "302 " + location);

    assertThat(status(follow("/a"))).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://[::ffff:10.0.0.1]/",
        "http://0177.0.0.1/",
        "http://8.8.8.8:22/",
      })
  void each_hop_is_checked_anew(String location) throws Exception {
    locations.put("/a", "302 " + location);

    assertThat(code(follow("/a"))).isEqualTo("ADDRESS_BLOCKED");
  }

  @Test
  void all_hops_share_their_time() throws Exception {
    try (var silent = new CanaryServer()) {
      locations.put("/a", "302 http://127.0.0.1:%d/".formatted(silent.port()));

      var arrival = follow("/a", Duration.ofSeconds(1));

      assertThat(code(arrival)).isEqualTo("TIMED_OUT");
    }
  }

  private Arrival follow(String path) throws InterruptedException {
    return follow(path, Duration.ofSeconds(10));
  }

  private Arrival follow(String path, Duration timeout) throws InterruptedException {
    var client = OutboundHttp.client(new OutboundSettings(true), Dns.SYSTEM);
    var request =
        new Request.Builder()
            .url(url(path))
            .header("Authorization", "Bearer swordfish")
            .header("X-Api-Key", "swordfish")
            .header("Cookie", "a=b")
            .header("Accept", "text/html")
            .build();
    return new Redirects(new HttpSender(client, Clock.systemUTC()))
        .follow(request, List.of("X-Api-Key"), timeout);
  }

  private static int status(Arrival arrival) {
    return ((Answered) arrival.sent()).answer().status();
  }

  private static String code(Arrival arrival) {
    return switch (((Unanswered) arrival.sent()).outcome()) {
      case Outcome.GiveUp(var why) -> why.code();
      case Outcome.Retry(var why, _, _) -> why.code();
      case Outcome other -> throw new AssertionError(other);
    };
  }

  private String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
  }

  private HttpServer serving() {
    try {
      var serving =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      serving.createContext("/", this::answer);
      serving.start();
      return serving;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(exchange.getRequestHeaders());
      String[] answer =
          locations.getOrDefault(exchange.getRequestURI().getPath(), "200").split(" ", 2);
      if (answer.length > 1) {
        exchange.getResponseHeaders().set("Location", answer[1]);
      }
      exchange.sendResponseHeaders(Integer.parseInt(answer[0]), -1);
    }
  }
}
