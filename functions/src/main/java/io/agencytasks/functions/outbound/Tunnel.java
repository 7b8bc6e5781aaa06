package io.agencytasks.functions.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Carries bytes between two sockets, both ways at once, until one side is done or both are idle.
 */
final class Tunnel {
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
  private static final int BUFFER = 16 * 1024;

  private final Socket client;
  private final Socket server;
  private final LongConsumer carried;
  private volatile long lastByte = System.nanoTime();

  /**
   * Of two connected sockets, which whoever made them closes.
   *
   * @param carried is told how many bytes have passed, and may throw to end it all
   */
  Tunnel(Socket client, Socket server, LongConsumer carried) throws IOException {
    this.client = client;
    this.server = server;
    this.carried = carried;
    client.setSoTimeout((int) LONGEST_SILENCE.toMillis());
    server.setSoTimeout((int) LONGEST_SILENCE.toMillis());
  }

  /** Carries what the client says, on a thread of its own. */
  void fromClient(InputStream in) {
    Thread.startVirtualThread(
        () -> {
          try {
            carry(in, server);
          } catch (IOException | IllegalStateException broken) {
            hangUp();
          }
        });
  }

  /** Carries what the server says, and returns when it has said it all. */
  void fromServer(InputStream in) throws IOException {
    carry(in, client);
  }

  private void carry(InputStream in, Socket to) throws IOException {
    var out = to.getOutputStream();
    var buffer = new byte[BUFFER];
    for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
      lastByte = System.nanoTime();
      carried.accept(read);
      out.write(buffer, 0, read);
    }
    to.shutdownOutput();
  }

  /** One side may be silent for as long as the other speaks. */
  private int read(InputStream in, byte[] buffer) throws IOException {
    while (true) {
      try {
        return in.read(buffer);
      } catch (SocketTimeoutException silent) {
        if (System.nanoTime() - lastByte >= LONGEST_SILENCE.toNanos()) {
          throw new InterruptedIOException("both sides are silent");
        }
      }
    }
  }

  private void hangUp() {
    FilteringProxy.close(client);
    FilteringProxy.close(server);
  }
}
