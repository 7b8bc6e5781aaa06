package io.agencytasks.functions.outbound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.Dns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one WebSocket of a program on this machine to a host that a user names. The program itself
 * would dial it unchecked; here the guard sees each address that is dialled.
 */
public final class WebSocketRelay implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 30_000;
  private static final int TOKEN_BYTES = 32;
  private static final Logger log = LoggerFactory.getLogger(WebSocketRelay.class);

  private final ServerSocket listener;
  private final GuardedDialer dialer;
  private final URI target;
  private final String token;
  private volatile Socket client = new Socket();
  private volatile Socket server = new Socket();

  private WebSocketRelay(ServerSocket listener, GuardedDialer dialer, URI target, String token) {
    this.listener = listener;
    this.dialer = dialer;
    this.target = target;
    this.token = token;
  }

  /**
   * Listens from now on.
   *
   * @param target an absolute URL, ws or wss
   * @param random must be secure: it makes the path that the program asks for
   */
  public static WebSocketRelay start(
      URI target, OutboundSettings settings, Dns resolver, RandomGenerator random)
      throws IOException {
    var secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    var listener = new ServerSocket();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    listener.setSoTimeout(PATIENCE_MILLIS);
    var dialer = new GuardedDialer(new AddressGuard(settings), resolver);
    var relay = new WebSocketRelay(listener, dialer, target, HexFormat.of().formatHex(secret));
    Thread.ofVirtual().name("web-socket-relay").start(relay::listen);
    return relay;
  }

  /** Where the program finds the target's WebSocket. */
  public String url() {
    return "ws://127.0.0.1:%d/%s".formatted(listener.getLocalPort(), token);
  }

  private void listen() {
    try (var program = listener.accept()) {
      client = program;
      program.setSoTimeout(PATIENCE_MILLIS);
      var in = new BufferedInputStream(program.getInputStream());
      var head = Head.read(in);
      if (head.first().equals("GET /%s HTTP/1.1".formatted(token)) && head.upgrades()) {
        relay(head, in, program);
      }
    } catch (IOException broken) {
      log.atDebug().setCause(broken).log("a relay broke");
    }
  }

  private void relay(Head head, BufferedInputStream in, Socket program) throws IOException {
    try (var there = dial()) {
      server = there;
      there.getOutputStream().write(head.next(requestLine(), own()).bytes());
      // What it relays is bounded by the attempt's time, and by what the program asks for.
      var tunnel = new Tunnel(program, there, _ -> {});
      tunnel.fromClient(in);
      tunnel.fromServer(there.getInputStream());
    }
  }

  private List<Head.Field> own() {
    return List.of(
        new Head.Field("host", target.getAuthority()),
        new Head.Field("connection", "upgrade"),
        new Head.Field("upgrade", "websocket"));
  }

  private String requestLine() {
    var path =
        target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    var query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    return "GET %s%s HTTP/1.1".formatted(path, query);
  }

  private Socket dial() throws IOException {
    boolean secure = target.getScheme().equalsIgnoreCase("wss");
    int port = target.getPort() < 0 ? (secure ? 443 : 80) : target.getPort();
    var host = target.getHost().replaceAll("[\\[\\]]", "");
    var plain = dialer.dial(new Target(host, port));
    return secure ? encrypted(plain, host, port) : plain;
  }

  private static Socket encrypted(Socket plain, String host, int port) throws IOException {
    var socket =
        (SSLSocket)
            ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(plain, host, port, true);
    var parameters = new SSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      log.atDebug().setCause(e).log("not closed");
    }
    FilteringProxy.close(client);
    FilteringProxy.close(server);
  }
}
