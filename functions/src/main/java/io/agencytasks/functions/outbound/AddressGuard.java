package io.agencytasks.functions.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;

/** Decides where requests on behalf of users may go: the public Internet, on the web's ports. */
final class AddressGuard {
  private static final Set<Integer> PORTS = Set.of(80, 443);

  private final OutboundSettings settings;

  AddressGuard(OutboundSettings settings) {
    this.settings = settings;
  }

  boolean admits(InetAddress address) {
    return isOpenLoopback(address) || PublicInternet.contains(address);
  }

  /** Passes the answers of a name server on: all of them, or none if one is bad. */
  List<InetAddress> checked(List<InetAddress> answers) throws AddressBlockedException {
    if (!answers.stream().allMatch(this::admits)) {
      throw new AddressBlockedException("not an address on the public Internet");
    }
    return answers;
  }

  /** Checks what is about to be dialled, however it was spelled or resolved. */
  void check(InetSocketAddress target) throws AddressBlockedException {
    InetAddress address = target.getAddress();
    checked(List.of(address));
    if (!isOpenLoopback(address) && !PORTS.contains(target.getPort())) {
      throw new AddressBlockedException("not port 80 or 443");
    }
  }

  private boolean isOpenLoopback(InetAddress address) {
    return settings.allowLoopback() && address.isLoopbackAddress();
  }
}
