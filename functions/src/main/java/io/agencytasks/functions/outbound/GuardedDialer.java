package io.agencytasks.functions.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Dns;

/** Connects to a host by its name: looks it up once, and dials nothing but what the guard saw. */
final class GuardedDialer {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]{2,45}");

  private final AddressGuard guard;
  private final Dns resolver;

  GuardedDialer(AddressGuard guard, Dns resolver) {
    this.guard = guard;
    this.resolver = resolver;
  }

  /**
   * Connects.
   *
   * @throws AddressBlockedException when it may not: nothing was sent then
   */
  Socket dial(Target target) throws IOException {
    if (!HOST.matcher(target.host()).matches()) {
      throw new AddressBlockedException("not a host name or a plain IP address");
    }
    PlainHosts.check(target.host());
    return connect(guard.checked(resolver.lookup(target.host())), target.port());
  }

  private Socket connect(List<InetAddress> addresses, int port) throws IOException {
    IOException failure = new ConnectException("the host has no address");
    for (var address : addresses) {
      var target = new InetSocketAddress(address, port);
      guard.check(target);
      var socket = new Socket();
      try {
        socket.connect(target, PATIENCE_MILLIS);
        return socket;
      } catch (IOException e) {
        socket.close();
        failure = e;
      }
    }
    throw failure;
  }
}
