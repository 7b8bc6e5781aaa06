package io.agencytasks.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.agencytasks.local.lambda.AsyncInvocations;
import io.agencytasks.local.lambda.AwsAccount;
import io.agencytasks.local.lambda.Lambda;
import io.agencytasks.local.template.Stack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The stack's buses, on a free port of the loopback address. */
public final class EventBridge implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, EventBus> buses;
  private final RecentEvents recent = new RecentEvents();
  private final AsyncInvocations invocations;

  private EventBridge(
      HttpServer server,
      Map<String, EventBus> buses,
      AsyncInvocations invocations,
      AwsAccount account,
      Clock clock,
      Supplier<UUID> ids) {
    this.server = server;
    this.buses = buses;
    this.invocations = invocations;
    PutEvents putEvents = new PutEvents(buses, invocations, recent, account, clock, ids);
    server.createContext("/", new PutEventsHandler(putEvents, ids));
    server.setExecutor(threads);
  }

  /**
   * Starts taking events, and invoking the functions whose rules they match.
   *
   * @param ids makes the events' ids
   */
  public static EventBridge start(
      List<Stack.Bus> buses,
      List<Stack.Function> functions,
      Lambda lambda,
      AwsAccount account,
      Clock clock,
      Supplier<UUID> ids)
      throws IOException {
    // Without it the JDK's server holds answers back for 40 ms; it is read with the first server.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Map<String, EventBus> byName =
        buses.stream()
            .map(bus -> EventBus.of(bus, functions))
            .collect(Collectors.toUnmodifiableMap(EventBus::name, Function.identity()));
    EventBridge bridge =
        new EventBridge(
            HttpServer.create(address, 0),
            byName,
            new AsyncInvocations(lambda),
            account,
            clock,
            ids);
    bridge.server.start();
    return bridge;
  }

  /** Where an EventBridgeClient's endpointOverride points. */
  public URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The last 200 events as functions receive them, the latest first. */
  public List<JsonNode> recent() {
    return recent.all();
  }

  /** Every bus, with its rules. */
  public List<BusStatus> status() {
    return buses.values().stream().map(EventBus::status).toList();
  }

  /** Takes no more events; what was to be tried again is not. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    threads.close();
    invocations.close();
  }
}
