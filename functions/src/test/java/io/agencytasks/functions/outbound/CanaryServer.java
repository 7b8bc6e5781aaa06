package io.agencytasks.functions.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/** Listens on every address of this machine and tells whether anybody came. */
public final class CanaryServer implements AutoCloseable {
  private final ServerSocketChannel listener;

  public CanaryServer() {
    try {
      listener = ServerSocketChannel.open().bind(new InetSocketAddress(0));
      listener.configureBlocking(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return listener.socket().getLocalPort();
  }

  /** Whether a connection waits: the system takes them up, so none that was tried is missed. */
  public boolean wasCalled() throws IOException {
    try (var visitor = listener.accept()) {
      return visitor != null;
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
