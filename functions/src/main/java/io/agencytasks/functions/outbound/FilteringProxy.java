package io.agencytasks.functions.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import okhttp3.Dns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A forward proxy on this machine's loopback for a program that dials wherever its pages tell it
 * to: requests in absolute form, and tunnels (CONNECT), through which WebSockets come, too. Each of
 * them goes where the guard lets it go, or nowhere. Only who knows its credential may ask.
 */
public final class FilteringProxy implements AutoCloseable {
  static final int ANSWER_PATIENCE_MILLIS = 120_000;

  /** At once; a browser opens 32 to a proxy, and some more for WebSockets. */
  private static final int MOST_CONNECTIONS = 256;

  /** In all, both ways: a gibibyte. */
  private static final long MOST_BYTES = 1L << 30;

  private static final int CREDENTIAL_BYTES = 32;
  private static final Logger log = LoggerFactory.getLogger(FilteringProxy.class);

  private final ServerSocket listener;
  private final GuardedDialer dialer;
  private final Credential credential;
  private final Semaphore places = new Semaphore(MOST_CONNECTIONS);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  private FilteringProxy(ServerSocket listener, GuardedDialer dialer, Credential credential) {
    this.listener = listener;
    this.dialer = dialer;
    this.credential = credential;
  }

  /** What a client must send to be heard. */
  public record Credential(String username, String password) {
    String header() {
      var pair = (username + ":" + password).getBytes(StandardCharsets.US_ASCII);
      return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Without the password, wherever it may end. */
    @Override
    public String toString() {
      return "Credential";
    }
  }

  /**
   * Listens from now on, on a free port.
   *
   * @param resolver looks hosts up, each once a connection
   * @param random must be secure: it makes the credential
   */
  public static FilteringProxy start(
      OutboundSettings settings, Dns resolver, RandomGenerator random) throws IOException {
    var secret = new byte[CREDENTIAL_BYTES];
    random.nextBytes(secret);
    var listener = new ServerSocket();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    var proxy =
        new FilteringProxy(
            listener,
            new GuardedDialer(new AddressGuard(settings), resolver),
            new Credential("task", HexFormat.of().formatHex(secret)));
    Thread.ofVirtual().name("filtering-proxy").start(proxy::listen);
    return proxy;
  }

  public int port() {
    return listener.getLocalPort();
  }

  public Credential credential() {
    return credential;
  }

  /** How often somebody wanted to go where the guard does not let them. */
  public int refusals() {
    return refusals.get();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        var client = listener.accept();
        if (places.tryAcquire()) {
          open.add(client);
          Thread.startVirtualThread(() -> serve(client));
        } else {
          client.close();
        }
      } catch (IOException closed) {
        log.atDebug().setCause(closed).log("no client");
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      new ProxyConnection(client, this).serve();
    } catch (IOException | IllegalStateException broken) {
      log.atDebug().setCause(broken).log("a connection broke");
    } finally {
      open.remove(client);
      places.release();
    }
  }

  Socket dial(Target target) throws IOException {
    try {
      var server = dialer.dial(target);
      open.removeIf(Socket::isClosed);
      open.add(server);
      if (listener.isClosed()) {
        close(server);
      }
      return server;
    } catch (AddressBlockedException blocked) {
      refusals.incrementAndGet();
      throw blocked;
    }
  }

  void carried(long more) {
    if (bytes.addAndGet(more) > MOST_BYTES) {
      throw new IllegalStateException("more bytes than one proxy carries");
    }
  }

  /** Cuts all connections. */
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      log.atDebug().setCause(e).log("not closed");
    }
    open.forEach(FilteringProxy::close);
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      log.atDebug().setCause(e).log("not closed");
    }
  }
}
