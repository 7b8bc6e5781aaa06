package io.agencytasks.local.ses;

import com.sun.net.httpserver.HttpServer;
import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.mail.SentMessages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Mail as SES takes it, on a free port of the loopback address. */
public final class SesEndpoint implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private SesEndpoint(HttpServer server, SesHandler handler) {
    this.server = server;
    server.createContext("/", handler);
    server.setExecutor(threads);
  }

  /**
   * Starts answering.
   *
   * @param messages keeps what is sent
   * @param ids makes the ids of messages and requests
   */
  public static SesEndpoint start(
      SentMessages messages, AwsAccount account, Clock clock, Supplier<UUID> ids)
      throws IOException {
    // Without it the JDK's server holds answers back for 40 ms; it is read with the first server.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var region = account.region().toUpperCase(Locale.ROOT);
    var started =
        new SesEndpoint(
            HttpServer.create(address, 0), new SesHandler(messages, region, clock, ids));
    started.server.start();
    return started;
  }

  /** Where a SesV2Client's endpointOverride points. */
  public URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Takes no more mail. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    threads.close();
  }
}
