package io.agencytasks.local.dataapi;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What Postgres is to its clients while it starts: one error for everybody. */
final class StartingPostgres implements AutoCloseable {
  private static final String ERROR =
      "SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0";

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Thread thread = Thread.ofVirtual().start(this::answerAll);

  StartingPostgres() throws IOException {}

  int port() {
    return server.getLocalPort();
  }

  private void answerAll() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        answer(client);
      } catch (IOException e) {
        // The client went away, or the test is over.
        Thread.onSpinWait();
      }
    }
  }

  private static void answer(Socket client) throws IOException {
    byte[] startup = client.getInputStream().readNBytes(8);
    byte[] error = ERROR.getBytes(StandardCharsets.UTF_8);
    DataOutputStream out = new DataOutputStream(client.getOutputStream());
    if (startup.length == 8) {
      out.writeByte('E');
      out.writeInt(4 + error.length);
      out.write(error);
      out.flush();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    thread.interrupt();
  }
}
