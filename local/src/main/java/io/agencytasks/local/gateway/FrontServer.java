package io.agencytasks.local.gateway;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;

/** Makes the server that {@link HttpApi} needs: a virtual thread for each exchange. */
public final class FrontServer {
  /** The JDK reads these once in a process's life, so this server should be its first. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "nodelay", "true", // an answer is two writes, and must not wait for an ACK between them
          "maxReqHeaders", "2000", // more than fit the API's own limit, which has its own answer
          "maxIdleConnections", "4000",
          "idleInterval", "600"); // seconds; clients should be the ones who hang up

  /** How many may come in the same moment and wait to be let in. */
  private static final int BACKLOG = 1_000;

  private FrontServer() {}

  /**
   * A server bound to an address, not started yet, without handlers.
   *
   * @throws java.net.BindException if the port is in use
   */
  public static HttpServer bind(InetSocketAddress address) throws IOException {
    SETTINGS.forEach(
        (name, value) -> {
          String property = "sun.net.httpserver." + name;
          System.setProperty(property, System.getProperty(property, value));
        });
    HttpServer server = HttpServer.create(address, BACKLOG);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    return server;
  }
}
