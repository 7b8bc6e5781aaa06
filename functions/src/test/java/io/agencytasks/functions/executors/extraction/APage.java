package io.agencytasks.functions.executors.extraction;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.RecordStores;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.secret.Vault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.functions.executors.ArtifactsInMemory;
import io.agencytasks.functions.executors.StepsInMemory;
import io.agencytasks.functions.outbound.HttpSender;
import io.agencytasks.functions.outbound.OutboundHttp;
import io.agencytasks.functions.outbound.OutboundSettings;
import io.agencytasks.functions.outbound.Redirects;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import okhttp3.Dns;

/** A page on a real server, and an executor that fetches it. */
final class APage implements AutoCloseable {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

  private final HttpServer server;
  private final ArtifactsInMemory artifacts = new ArtifactsInMemory();
  private final DataExtraction executor =
      new DataExtraction(
          new Redirects(
              new HttpSender(OutboundHttp.client(new OutboundSettings(true), Dns.SYSTEM), CLOCK)),
          APage::noVault);

  private APage(HttpServer server) {
    this.server = server;
  }

  static APage of(String type, byte[] body) throws IOException {
    return answering(200, Map.of("Content-Type", type), body);
  }

  static APage of(String html) throws IOException {
    return of("text/html; charset=utf-8", html.getBytes(UTF_8));
  }

  static APage ofJson(String json) throws IOException {
    return of("application/json", json.replace('\'', '"').getBytes(UTF_8));
  }

  static APage answering(int status, Map<String, String> headers, byte[] body) throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    return new APage(server);
  }

  /** What comes of these fields or tables; JSON is easier to read here with single quotes. */
  Outcome extracting(String fields) throws InterruptedException {
    var attempt = attempt(fields);
    var records = new Records(attempt, new RecordStores(artifacts, new StepsInMemory()), CLOCK);
    return executor.run(attempt, records);
  }

  /** What was kept under this name. */
  byte[] kept(String name) {
    return artifacts.byKey().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("/" + name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " among " + artifacts.byKey().keySet()));
  }

  private ClaimedExecution attempt(String fields) {
    var config =
        "{'url': 'http://127.0.0.1:%d/shop/', %s}".formatted(server.getAddress().getPort(), fields);
    return new ClaimedExecution(
        new ExecutionToken(UUID.fromString("f3b8a0f6-6d3c-4f0e-8a41-0a9f3a1b2c3d")),
        new TaskId(1),
        UUID.fromString("7d3e0d0c-52c9-4b1e-9d55-0f4f7c1f4a01"),
        1,
        1,
        TaskType.DATA_EXTRACTION,
        "Look",
        new Json(config.replace('\'', '"')),
        null,
        Duration.ZERO);
  }

  /** What needs secrets is tried on the laptop, where they are kept. */
  private static Vault noVault() {
    throw new IllegalStateException("no secret is needed here");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
