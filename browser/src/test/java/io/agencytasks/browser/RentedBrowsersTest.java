package io.agencytasks.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.PlaywrightException;
import com.sun.net.httpserver.HttpServer;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.functions.outbound.HttpSender;
import io.agencytasks.functions.outbound.OutboundHttp;
import io.agencytasks.functions.outbound.OutboundSettings;
import io.agencytasks.functions.outbound.UrlGuard;
import io.agencytasks.functions.outbound.WebSocketRelay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Chromium that somebody else has started, and a provider that gives out its address. */
class RentedBrowsersTest {
  @TempDir private Path profile;

  private final OutboundSettings laptop = new OutboundSettings(true);
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private Process chromium;
  private HttpServer provider;
  private Pages pages;

  @BeforeEach
  void start() throws Exception {
    chromium =
        new ProcessBuilder(
                AChromium.program().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    pages = new Pages();
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/",
        exchange -> {
          var call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
          var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          calls.add(
              "%s %s %s"
                  .formatted(call, exchange.getRequestHeaders().getFirst("X-BB-API-Key"), body)
                  .strip());
          byte[] answer = answers.getOrDefault(call, "{}").getBytes(UTF_8);
          exchange.sendResponseHeaders(answers.containsKey(call) ? 200 : 403, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    provider.start();
  }

  @AfterEach
  void stop() throws Exception {
    if (chromium != null) {
      chromium.descendants().forEach(ProcessHandle::destroyForcibly);
      chromium.destroyForcibly().waitFor();
    }
    if (provider != null) {
      provider.stop(0);
      pages.close();
    }
  }

  @Test
  void steps_are_taken_in_it_through_the_relay_and_each_request_is_asked_about() throws Exception {
    try (var session = connect(address(), Optional.empty())) {
      session.page().navigate(pages.put("/", "<h1>There</h1>"));

      assertThat(session.page().locator("h1").innerText()).isEqualTo("There");
      assertThatThrownBy(() -> session.page().navigate("http://169.254.169.254/"))
          .isInstanceOf(PlaywrightException.class);
      assertThat(session.refusals()).isOne();
    }
    assertThat(chromium.isAlive()).isTrue();
  }

  @Test
  void where_tasks_may_not_call_this_machine_its_browsers_are_not_reached_either()
      throws Exception {
    var relay =
        WebSocketRelay.start(
            address(), new OutboundSettings(false), Dns.SYSTEM, new SecureRandom());

    assertThatThrownBy(
            () ->
                RemoteSession.open(
                    relay, new UrlGuard(laptop, Dns.SYSTEM), Optional.empty(), AChromium.config()))
        .isInstanceOf(PlaywrightException.class);
  }

  @Test
  void a_session_is_rented_shown_left_open_come_back_to_and_given_back() throws Exception {
    answers.put("POST /v1/sessions", "{\"id\":\"s-1\",\"connectUrl\":\"%s\"}".formatted(address()));
    answers.put(
        "GET /v1/sessions/s-1",
        "{\"id\":\"s-1\",\"status\":\"RUNNING\",\"connectUrl\":\"%s\"}".formatted(address()));
    answers.put(
        "GET /v1/sessions/s-1/debug", "{\"debuggerFullscreenUrl\":\"https://watch.example/s-1\"}");
    answers.put("POST /v1/sessions/s-1", "{}");
    var browserbase = browserbase();

    var rented = ((Browserbase.Rented) browserbase.rent("key", "project", true)).session();
    try (var session = connect(rented.connect(), Optional.of(rented))) {
      session.page().navigate(pages.put("/code", "<h1>Code?</h1>"));
      session.leaveOpen();
    }
    var resumed = browserbase.resume("key", "project", "s-1").orElseThrow();
    try (var session = connect(resumed.connect(), Optional.of(resumed))) {
      assertThat(session.resumed()).isTrue();
      assertThat(session.page().locator("h1").innerText()).isEqualTo("Code?");
    }

    assertThat(rented.about().debugUrl()).isEqualTo("https://watch.example/s-1");
    assertThat(rented.about().recordingUrl()).isEqualTo("https://browserbase.com/sessions/s-1");
    assertThat(calls)
        .containsExactly(
            "POST /v1/sessions key"
                + " {\"projectId\":\"project\",\"keepAlive\":true,\"timeout\":21600}",
            "GET /v1/sessions/s-1/debug key",
            "GET /v1/sessions/s-1 key",
            "GET /v1/sessions/s-1/debug key",
            "POST /v1/sessions/s-1 key {\"projectId\":\"project\",\"status\":\"REQUEST_RELEASE\"}");
  }

  @Test
  void a_provider_that_refuses_is_not_asked_again() throws Exception {
    assertThat(browserbase().rent("key", "project", false))
        .isInstanceOfSatisfying(
            Browserbase.NotRented.class,
            refused -> assertThat(refused.why()).isInstanceOf(Outcome.GiveUp.class));
    assertThat(browserbase().resume("key", "project", "gone")).isEmpty();
  }

  private Session connect(URI address, Optional<RentedSession> rented) throws IOException {
    var relay = WebSocketRelay.start(address, laptop, Dns.SYSTEM, new SecureRandom());
    return RemoteSession.open(relay, new UrlGuard(laptop, Dns.SYSTEM), rented, AChromium.config());
  }

  private Browserbase browserbase() {
    return new Browserbase(
        new HttpSender(OutboundHttp.client(laptop, Dns.SYSTEM), Clock.systemUTC()),
        "http://localhost:" + provider.getAddress().getPort());
  }

  /** Chromium writes it into its profile once it listens. */
  private URI address() throws Exception {
    var file = profile.resolve("DevToolsActivePort");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Files.exists(file) && Files.readAllLines(file).size() == 2);
    var lines = Files.readAllLines(file);
    return URI.create("ws://127.0.0.1:%s%s".formatted(lines.get(0), lines.get(1)));
  }
}
