package io.agencytasks.local.dataapi;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A running Data API on a free port of the loopback address. */
public final class DataApiEndpoint implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService reaper =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private final ScheduledFuture<?> expiry;
  private final Sessions sessions;
  private final Transactions transactions;
  private final CallCounts counts;

  private DataApiEndpoint(
      HttpServer server, DataApiSettings settings, DataSource dataSource, Clock clock) {
    this.server = server;
    this.sessions = new Sessions(dataSource);
    this.transactions = new Transactions(sessions, settings, clock);
    this.expiry = reaper.scheduleWithFixedDelay(transactions::expire, 1, 1, TimeUnit.SECONDS);
    this.counts = new CallCounts(clock.millis());
    DataApi api = new DataApi(settings, sessions, transactions, threads);
    server.createContext("/", new DataApiHandler(api, counts));
    server.setExecutor(threads);
  }

  /**
   * Starts an endpoint.
   *
   * @param dataSource a pool of connections to Postgres as the role that the secret stands for,
   *     with a bounded wait; it stays the caller's to close
   * @param clock by which transactions expire
   */
  public static DataApiEndpoint start(DataApiSettings settings, DataSource dataSource, Clock clock)
      throws IOException {
    // Without it the JDK's server holds answers back for 40 ms; it is read with the first server.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    DataApiEndpoint endpoint =
        new DataApiEndpoint(HttpServer.create(address, 0), settings, dataSource, clock);
    endpoint.server.start();
    return endpoint;
  }

  /** Where an RdsDataClient's endpointOverride points. */
  public URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The calls received so far, of all operations, the refused ones included. */
  public long statements() {
    return counts.all();
  }

  /** The calls of one operation received so far, the refused ones included. */
  public long calls(Operation operation) {
    return counts.of(operation);
  }

  /** Stops at once: calls under way are interrupted, open transactions rolled back. */
  @Override
  public void close() {
    server.stop(0);
    expiry.cancel(false);
    reaper.close();
    threads.shutdownNow();
    threads.close();
    transactions.rollBackAll();
    sessions.close();
  }
}
