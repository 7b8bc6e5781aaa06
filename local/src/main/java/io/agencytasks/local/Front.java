package io.agencytasks.local;

import com.sun.net.httpserver.HttpServer;
import io.agencytasks.local.gateway.FrontServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** The laptop's one HTTP server: the API, and beside it what is under {@code /local}. */
record Front(HttpServer server) implements AutoCloseable {
  static final String ISSUER = "/local/issuer";

  private static final int LAST_ANSWERS_SECONDS = 1;
  private static final int ANY = 0;

  /** Takes the port; requests wait until the server is started. */
  static Front bind(int port) {
    if (port != ANY && somebodyListens(port)) {
      throw inUse(port);
    }
    try {
      // Loopback only: here tokens are given to whoever asks.
      return new Front(
          FrontServer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    } catch (BindException e) {
      throw inUse(port);
    } catch (IOException e) {
      throw new CannotStart("Port " + port + " cannot be opened: " + e.getMessage(), e);
    }
  }

  URI issuer() {
    return uri().resolve(ISSUER);
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** For one that was never started; does nothing to one that is closed. */
  void giveUpPort() {
    server.stop(0);
  }

  /** Requests under way have a second to end. */
  @Override
  public void close() {
    server.stop(LAST_ANSWERS_SECONDS);
  }

  /** Some systems let two programs share a port, one on all addresses and one on this. */
  private static boolean somebodyListens(int port) {
    try {
      for (InetAddress address : InetAddress.getAllByName("localhost")) {
        if (answers(address, port)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean answers(InetAddress address, int port) {
    try (Socket socket = new Socket(address, port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static CannotStart inUse(int port) {
    return new CannotStart(
        "Port "
            + port
            + " is in use: stop the program that listens there, or set PORT to another.");
  }
}
