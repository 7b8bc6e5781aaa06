package io.agencytasks.functions.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that ask the guard about the very address they dial. Nothing lies between this check and
 * the connection, and IP literals, for which OkHttp never asks its {@code Dns}, pass here too.
 */
final class GuardedSockets extends SocketFactory {
  private final AddressGuard guard;

  GuardedSockets(AddressGuard guard) {
    this.guard = guard;
  }

  @Override
  public Socket createSocket() {
    return new Socket() {
      @Override
      public void connect(SocketAddress target, int timeout) throws IOException {
        guard.check((InetSocketAddress) target);
        super.connect(target, timeout);
      }
    };
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(InetAddress address, int port) {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress from, int fromPort) {
    throw unconnectedOnly();
  }

  private static UnsupportedOperationException unconnectedOnly() {
    return new UnsupportedOperationException("OkHttp connects its sockets itself");
  }
}
