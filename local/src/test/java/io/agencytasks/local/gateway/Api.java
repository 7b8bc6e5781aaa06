package io.agencytasks.local.gateway;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofString;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import io.agencytasks.local.identity.Issuer;
import io.agencytasks.local.identity.TokenRequest;
import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.lambda.FunctionHost;
import io.agencytasks.local.template.Stack;
import io.agencytasks.local.template.Stack.Trigger.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** An API with real functions and its own issuer, on a free port. */
final class Api implements AutoCloseable {
  static final AwsAccount ACCOUNT = new AwsAccount("123456789012", "eu-central-1");
  static final String AUDIENCE = "tests";

  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Path folder;
  private final Stack.Authorizer authorizer;
  private final FunctionHost host;
  private final Issuer issuer;

  Api(Stack.Function... functions) throws IOException {
    this(Integration.TIMEOUT, functions);
  }

  Api(Duration integrationTimeout, Stack.Function... functions) throws IOException {
    this.host = new FunctionHost(List.of(functions), ACCOUNT, Clock.systemUTC(), UUID::randomUUID);
    this.server = FrontServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    this.folder = Files.createTempDirectory("api");
    this.authorizer = new Stack.Authorizer(uri("/local/issuer"), List.of("elsewhere", AUDIENCE));
    this.issuer = issuer(Clock.systemUTC());
    var stack =
        new Stack(
            List.of(functions),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            authorizer,
            new Stack.Database("cluster", "database", "secret", "user"));
    server.createContext(
        "/",
        new HttpApi(stack, host, ACCOUNT, Clock.systemUTC(), UUID::randomUUID, integrationTimeout));
    server.createContext("/local/issuer", issuer.metadata());
    server.start();
  }

  static Stack.Function function(Class<?> handler, Route... routes) {
    return function(handler, Duration.ofSeconds(20), routes);
  }

  static Stack.Function function(Class<?> handler, Duration timeout, Route... routes) {
    return new Stack.Function(
        handler.getSimpleName(), handler.getName(), timeout, 512, Map.of(), List.of(routes));
  }

  /** A route by its key, such as {@code GET /tasks}, that asks for no token. */
  static Route open(String key) {
    String[] parts = key.split(" ", -1);
    return new Route(parts[0], parts[parts.length - 1], List.of(), true);
  }

  /** A route that asks for a token with one of the scopes. */
  static Route guarded(String key, String... scopes) {
    String[] parts = key.split(" ", -1);
    return new Route(parts[0], parts[1], List.of(scopes), false);
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  /** This API's issuer, with a clock of its own. */
  Issuer issuer(Clock clock) {
    return new Issuer(folder, authorizer, clock, UUID::randomUUID);
  }

  String token(String subject) {
    return issuer.mint(TokenRequest.of(subject));
  }

  RSAKey key() throws Exception {
    return RSAKey.parse(Files.readString(folder.resolve("issuer-key.json")));
  }

  HttpResponse<String> send(String method, String path, String... headers) throws Exception {
    return send(method, path, noBody(), headers);
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return send("POST", path, ofString(body), "content-type", "application/json");
  }

  HttpResponse<String> send(
      String method, String path, HttpRequest.BodyPublisher body, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** What the event looked like that the function got. */
  static JsonNode event(HttpResponse<String> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }

  /** A connection for what the client refuses to send. */
  Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  /** Sends lines as they are and gives back the answer's first line. */
  String raw(String... lines) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(UTF_8));
      return new String(socket.getInputStream().readNBytes(12), UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    client.close();
    host.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
