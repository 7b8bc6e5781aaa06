package io.agencytasks.functions.outbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser may reach, whatever its pages tell it to. */
class FilteringProxyTest {
  private final CanaryServer canary = new CanaryServer();
  private FilteringProxy proxy = start(false, Dns.SYSTEM);

  @AfterEach
  void close() throws IOException {
    proxy.close();
    canary.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "127.000.000.001",
        "0127.0.0.1",
        "0177.0.0.1",
        "0177.1",
        "017700000001",
        "2130706433",
        "0x7f.0.0.1",
        "0x7F.1",
        "0x7f000001",
        "0x7f.0x0.0x0.0x1",
        "0x",
        "0",
        "0.0.0.0",
        "000.000.000.000",
        "1.2.3.4.5",
        "256.256.256.256",
        "foo.0x1",
        "127.0.0.1.",
        "%31%32%37.0.0.1",
        "%6c%6f%63%61%6c%68%6f%73%74",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "lOcAlHoSt",
        "[::1]",
        "[::]",
        "[0:0:0:0:0:0:0:1]",
        "[0000::0001]",
        "[::ffff:127.0.0.1]",
        "[::FFFF:7F00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fe80::1]",
        "[fe80::1%25lo]",
        "[::1%lo]",
        "[fd00:ec2::254]",
        "169.254.169.254",
        "169.254.170.2",
        "[64:ff9b::a9fe:a9fe]",
        "[::ffff:169.254.169.254]",
        "10.0.0.1",
        "100.64.0.1",
        "172.16.0.1",
        "192.168.0.1",
        "user@127.0.0.1",
        "a:b@127.0.0.1",
        "127.0.0.1#@8.8.8.8",
        "127.0.0.1\\@8.8.8.8",
        "",
        ".",
        "::1"
      })
  void no_spelling_of_a_host_leads_inside(String host) throws IOException {
    var there = host + ":" + canary.port();

    assertThat(status(ask("CONNECT " + there + " HTTP/1.1"))).isIn(400, 403, 502);
    assertThat(status(ask("GET http://" + there + "/ HTTP/1.1"))).isIn(400, 403, 502);
    assertThat(status(ask("GET http://" + there + " HTTP/1.1"))).isIn(400, 403, 502);
    assertThat(canary.wasCalled()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22", "25", "3306", "5432", "6379", "8080", "8443", "65535"})
  void only_the_ports_of_the_web_are_dialled(String port) throws IOException {
    assertThat(status(ask("CONNECT 8.8.8.8:" + port + " HTTP/1.1"))).isEqualTo(403);
    assertThat(status(ask("GET http://8.8.8.8:" + port + "/ HTTP/1.1"))).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONNECT 8.8.8.8 HTTP/1.1",
        "CONNECT 8.8.8.8:0 HTTP/1.1",
        "CONNECT 8.8.8.8:65536 HTTP/1.1",
        "CONNECT 8.8.8.8:443/ HTTP/1.1",
        "CONNECT http://8.8.8.8:443 HTTP/1.1",
        "GET / HTTP/1.1",
        "GET //8.8.8.8/ HTTP/1.1",
        "GET https://8.8.8.8/ HTTP/1.1",
        "GET ftp://8.8.8.8/ HTTP/1.1",
        "GET file:///etc/passwd HTTP/1.1",
        "GET http:/8.8.8.8/ HTTP/1.1",
        "GET http://8.8.8.8/ HTTP/2",
        "get http://8.8.8.8/ HTTP/1.1",
        "nonsense"
      })
  void what_is_no_request_to_a_proxy_is_refused(String line) throws IOException {
    assertThat(status(ask(line))).isEqualTo(400);
  }

  @Test
  void headers_that_are_none_and_heads_that_do_not_end_are_refused() throws IOException {
    assertThat(status(ask("GET http://8.8.8.8/ HTTP/1.1\r\n folded: yes"))).isEqualTo(400);
    assertThat(status(ask("GET http://8.8.8.8/ HTTP/1.1\r\nno header"))).isEqualTo(400);
    assertThat(status(ask("GET http://8.8.8.8/ HTTP/1.1\r\nx: " + "y".repeat(70_000))))
        .isEqualTo(400);
  }

  @Test
  void who_does_not_know_the_credential_is_not_heard() throws IOException {
    for (String wrong : List.of("", "Proxy-Authorization: Basic dGFzazp4\r\n")) {
      var answer = send("CONNECT 8.8.8.8:443 HTTP/1.1\r\n" + wrong + "\r\n");
      assertThat(answer).startsWith("HTTP/1.1 407 ").contains("Proxy-Authenticate: Basic");
    }
    assertThat(proxy.refusals()).isZero();
  }

  @Test
  void each_proxy_has_a_credential_of_its_own_which_no_log_shows() {
    try (var other = start(false, Dns.SYSTEM)) {
      assertThat(other.credential()).isNotEqualTo(proxy.credential());
      assertThat(other.credential().toString()).isEqualTo("Credential");
    }
  }

  @Test
  void it_listens_on_loopback_alone() throws IOException {
    for (var address : InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
      if (!address.isLoopbackAddress()) {
        assertThat(isOpen(address)).isFalse();
      }
    }
    assertThat(isOpen(InetAddress.getLoopbackAddress())).isTrue();
  }

  @Test
  void a_name_with_one_bad_answer_among_good_ones_is_never_dialled() throws IOException {
    proxy.close();
    proxy =
        start(
            false,
            _ -> List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("127.0.0.1")));

    assertThat(status(ask("CONNECT rebinding.example:" + canary.port() + " HTTP/1.1")))
        .isEqualTo(403);
    assertThat(proxy.refusals()).isOne();
    assertThat(canary.wasCalled()).isFalse();
  }

  @Test
  void a_name_is_resolved_once_and_what_was_checked_is_dialled() throws Exception {
    var asked = new AtomicInteger();
    proxy.close();
    proxy =
        start(
            true,
            _ ->
                List.of(
                    InetAddress.ofLiteral(
                        asked.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254")));
    try (var echo = new Echo()) {
      assertThat(tunnelled("changing.example:" + echo.port(), "hello")).isEqualTo("hello");
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void a_request_is_passed_on_without_what_is_the_proxys() throws IOException {
    var heard = new CompletableFuture<String>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          heard.complete(
              "%s %s %s %s %s"
                  .formatted(
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().get("Host"),
                      exchange.getRequestHeaders().containsKey("Proxy-Authorization"),
                      exchange.getRequestHeaders().containsKey("X-Hop"),
                      new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1)));
          exchange.sendResponseHeaders(200, 2);
          exchange.getResponseBody().write("ok".getBytes(ISO_8859_1));
          exchange.close();
        });
    server.start();
    proxy.close();
    proxy = start(true, Dns.SYSTEM);
    var there = "127.0.0.1:" + server.getAddress().getPort();
    try {
      var answer =
          ask(
              "POST http://%s/a?b=c HTTP/1.1\r\nHost: other.example\r\nX-Hop: 1\r\nConnection: X-Hop, keep-alive\r\nContent-Length: 4"
                  .formatted(there),
              "body");

      assertThat(answer).startsWith("HTTP/1.1 200 ").contains("connection: close").endsWith("ok");
      assertThat(heard.join()).isEqualTo("/a?b=c [%s] false false body".formatted(there));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void closing_cuts_tunnels() throws Exception {
    proxy.close();
    proxy = start(true, Dns.SYSTEM);
    try (var echo = new Echo();
        var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      client.getOutputStream().write(head("CONNECT 127.0.0.1:" + echo.port() + " HTTP/1.1"));
      assertThat(client.getInputStream().read()).isEqualTo('H');

      proxy.close();

      client.setSoTimeout(5_000);
      assertThat(readAll(client)).doesNotContain("never");
    }
  }

  private static FilteringProxy start(boolean allowLoopback, Dns resolver) {
    try {
      return FilteringProxy.start(
          new OutboundSettings(allowLoopback), resolver, new SecureRandom());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String ask(String head) throws IOException {
    return ask(head, "");
  }

  private String ask(String head, String body) throws IOException {
    return send(new String(head(head), ISO_8859_1) + body);
  }

  private byte[] head(String head) {
    return (head + "\r\nProxy-Authorization: " + proxy.credential().header() + "\r\n\r\n")
        .getBytes(ISO_8859_1);
  }

  private String send(String bytes) throws IOException {
    try (var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      client.setSoTimeout(20_000);
      client.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      return readAll(client);
    }
  }

  private String tunnelled(String to, String said) throws IOException {
    try (var client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      client.setSoTimeout(20_000);
      client.getOutputStream().write(head("CONNECT " + to + " HTTP/1.1"));
      client.getOutputStream().write(said.getBytes(ISO_8859_1));
      client.shutdownOutput();
      return readAll(client).replaceFirst("(?s).*?\r\n\r\n", "");
    }
  }

  private static String readAll(Socket client) throws IOException {
    try {
      return new String(client.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (SocketException cut) {
      return "cut";
    }
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
  }

  private boolean isOpen(InetAddress address) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, proxy.port()), 2_000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  /** Says what it is told, until it is told no more. */
  private static final class Echo implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    Echo() throws IOException {
      Thread.startVirtualThread(
          () -> {
            try (var client = listener.accept()) {
              client.getInputStream().transferTo(client.getOutputStream());
            } catch (IOException closed) {
              assertThat(listener.isClosed()).isTrue();
            }
          });
    }

    int port() {
      return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      listener.close();
    }
  }
}
