package io.agencytasks.local.sns;

import com.sun.net.httpserver.HttpServer;
import io.agencytasks.local.mail.SentMessages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** SNS, on a free port of the loopback address. */
public final class SnsEndpoint implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private SnsEndpoint(HttpServer server, SnsHandler handler) {
    this.server = server;
    server.createContext("/", handler);
    server.setExecutor(threads);
  }

  /**
   * Starts answering.
   *
   * @param messages keeps what is sent to numbers
   * @param topics take what is published to them
   * @param ids makes the ids of messages and requests
   */
  public static SnsEndpoint start(
      SentMessages messages, Topics topics, Clock clock, Supplier<UUID> ids) throws IOException {
    // Without it the JDK's server holds answers back for 40 ms; it is read with the first server.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var started =
        new SnsEndpoint(
            HttpServer.create(address, 0), new SnsHandler(messages, topics, clock, ids));
    started.server.start();
    return started;
  }

  /** Where a SnsClient's endpointOverride points. */
  public URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Takes no more messages. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    threads.close();
  }
}
