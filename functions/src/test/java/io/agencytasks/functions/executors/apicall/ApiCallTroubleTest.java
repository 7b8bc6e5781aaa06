package io.agencytasks.functions.executors.apicall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Outcome.GiveUp;
import io.agencytasks.domain.execution.Outcome.Retry;
import io.agencytasks.functions.outbound.CanaryServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that keep silent, dawdle, break off, or must not be called at all. */
@Timeout(20)
class ApiCallTroubleTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";

  private final ApiCall executor = ApiCallFixture.onLaptop();

  @Test
  void a_server_that_never_answers_times_out() throws Exception {
    try (var silent = new CanaryServer()) {
      assertThat(run(silent.port(), 1)).isInstanceOfSatisfying(Retry.class, this::isTimeout);
    }
  }

  @Test
  void a_server_that_drips_times_out_as_a_whole() throws Exception {
    var hungUp = new CountDownLatch(1);
    try (var server = listen()) {
      serve(
          server,
          client -> {
            write(client, HEAD + "Content-Length: 1000000\r\n\r\n");
            try {
              while (!hungUp.await(50, TimeUnit.MILLISECONDS)) {
                write(client, ".");
              }
            } catch (SocketException _) {
              hungUp.countDown();
            }
          });
      assertThat(run(server.getLocalPort(), 1))
          .isInstanceOfSatisfying(Retry.class, this::isTimeout);
      assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void a_refused_connection_is_tried_again() throws Exception {
    int port;
    try (var closed = listen()) {
      port = closed.getLocalPort();
    }
    assertThat(run(port, 30))
        .isInstanceOfSatisfying(Retry.class, retry -> isConnectionFailure(retry, false));
  }

  @Test
  void a_connection_that_breaks_within_the_body_is_tried_again() throws Exception {
    try (var server = listen()) {
      serve(server, client -> write(client, HEAD + "Content-Length: 100\r\n\r\nhalf"));
      assertThat(run(server.getLocalPort(), 30))
          .isInstanceOfSatisfying(Retry.class, retry -> isConnectionFailure(retry, true));
    }
  }

  @Test
  void what_is_not_http_is_tried_again() throws Exception {
    try (var server = listen()) {
      serve(server, client -> write(client, "220 mail.example.com ESMTP\r\n"));
      assertThat(run(server.getLocalPort(), 30))
          .isInstanceOfSatisfying(Retry.class, retry -> isConnectionFailure(retry, true));
    }
  }

  @Test
  void a_host_without_address_is_tried_again() throws Exception {
    Dns knowsNobody =
        host -> {
          throw new UnknownHostException(host);
        };
    assertThat(
            ApiCallFixture.run(
                ApiCallFixture.deployed(knowsNobody), "{'url': 'https://nobody.example/'}"))
        .isInstanceOfSatisfying(
            Retry.class,
            it -> {
              assertThat(it.why().code()).isEqualTo("HOST_NOT_FOUND");
              assertThat(it.uncertain()).isFalse();
            });
  }

  @Test
  void an_interrupt_ends_the_call_at_once_and_hangs_up() throws Exception {
    var arrived = new CountDownLatch(1);
    var hungUp = new CountDownLatch(1);
    try (var server = listen()) {
      serve(
          server,
          client -> {
            arrived.countDown();
            client.getInputStream().readAllBytes();
            hungUp.countDown();
          });
      var attempt = new FutureTask<>(() -> run(server.getLocalPort(), 60));
      var worker = Thread.ofPlatform().start(attempt);
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
      worker.interrupt();
      assertThatThrownBy(() -> attempt.get(5, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(InterruptedException.class);
      assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void loopback_is_never_dialled_where_it_is_not_allowed() throws Exception {
    try (var canary = new CanaryServer()) {
      var outcome =
          ApiCallFixture.run(ApiCallFixture.deployed(Dns.SYSTEM), config(canary.port(), 5));
      assertThat(outcome).isInstanceOfSatisfying(GiveUp.class, this::isBlocked);
      assertThat(canary.wasCalled()).isFalse();
    }
  }

  @Test
  void a_name_with_one_bad_address_is_never_dialled() throws Exception {
    Dns mixed = _ -> List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.0.0.1"));
    var outcome =
        ApiCallFixture.run(ApiCallFixture.deployed(mixed), "{'url': 'https://mixed.example/'}");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            GiveUp.class,
            it -> {
              isBlocked(it);
              assertThat(it.why().message()).doesNotContain("10.0.0.1");
            });
  }

  @Test
  void a_stored_configuration_that_is_faulty_is_given_up() throws Exception {
    assertThat(ApiCallFixture.run(executor, "{'method': 'GOT'}"))
        .isInstanceOfSatisfying(
            GiveUp.class,
            it ->
                assertThat(it.why().message())
                    .isEqualTo(
                        "Correct the task: executionConfig.url is required; executionConfig.method"
                            + " must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS."));
  }

  private void isTimeout(Retry retry) {
    assertThat(retry.why().code()).isEqualTo("TIMED_OUT");
    assertThat(retry.after()).isEmpty();
    assertThat(retry.uncertain()).isTrue();
  }

  private void isConnectionFailure(Retry retry, boolean mayHaveActed) {
    assertThat(retry.why().code()).isEqualTo("CONNECTION_FAILED");
    assertThat(retry.uncertain()).isEqualTo(mayHaveActed);
  }

  private void isBlocked(GiveUp giveUp) {
    assertThat(giveUp.why().code()).isEqualTo("ADDRESS_BLOCKED");
  }

  private Outcome run(int port, int seconds) throws InterruptedException {
    return ApiCallFixture.run(executor, config(port, seconds));
  }

  private static String config(int port, int seconds) {
    return "{'url': 'http://127.0.0.1:%d/', 'timeoutSeconds': %d}".formatted(port, seconds);
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private interface Conversation {
    void with(Socket client) throws IOException, InterruptedException;
  }

  /** Has the conversation with the first client, then hangs up. */
  private static void serve(ServerSocket server, Conversation conversation) {
    var answer =
        new FutureTask<>(
            () -> {
              try (var client = server.accept()) {
                conversation.with(client);
              }
              return true;
            });
    Thread.ofVirtual().start(answer);
  }

  private static void write(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }
}
