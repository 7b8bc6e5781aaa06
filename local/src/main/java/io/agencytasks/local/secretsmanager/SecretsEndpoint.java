package io.agencytasks.local.secretsmanager;

import com.sun.net.httpserver.HttpServer;
import io.agencytasks.local.lambda.AwsAccount;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The account's secrets, on a free port of the loopback address, encrypted in a home's folder. */
public final class SecretsEndpoint implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private SecretsEndpoint(HttpServer server, Operations operations, Supplier<UUID> ids) {
    this.server = server;
    server.createContext("/", new SecretsManagerHandler(operations, ids));
    server.setExecutor(threads);
  }

  /**
   * Starts answering.
   *
   * @param home the laptop's folder
   * @param fresh forgets all secrets first
   * @param ids makes the ends of ARNs, and the requests' ids
   * @throws IllegalStateException with a sentence for people, if a secret cannot be read
   */
  public static SecretsEndpoint start(
      Path home, boolean fresh, AwsAccount account, Clock clock, Supplier<UUID> ids)
      throws IOException {
    // Without it the JDK's server holds answers back for 40 ms; it is read with the first server.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    String arns = "arn:aws:secretsmanager:%s:%s:secret:".formatted(account.region(), account.id());
    var secrets = new KeptSecrets(SecretFiles.in(home, fresh), arns, clock, ids);
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var started =
        new SecretsEndpoint(HttpServer.create(address, 0), new Operations(secrets, clock), ids);
    started.server.start();
    return started;
  }

  /** Where a SecretsManagerClient's endpointOverride points. */
  public URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Takes no more calls; all that was answered is on disk. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    threads.close();
  }
}
