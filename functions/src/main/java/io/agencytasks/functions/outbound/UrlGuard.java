package io.agencytasks.functions.outbound;

import java.io.IOException;
import java.net.InetSocketAddress;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Says of a URL whether it leads where it may, for those who are dialled elsewhere: a name may mean
 * something else to them. Where we dial ourselves, the sockets are guarded instead.
 */
public final class UrlGuard {
  private final AddressGuard guard;
  private final Dns resolver;

  public UrlGuard(OutboundSettings settings, Dns resolver) {
    this.guard = new AddressGuard(settings);
    this.resolver = resolver;
  }

  /** Whether it is http or https and all addresses of its host may be called. */
  public boolean admits(String url) {
    var parsed = HttpUrl.parse(url);
    if (parsed == null) {
      return false;
    }
    try {
      PlainHosts.check(parsed.host());
      for (var address : resolver.lookup(parsed.host())) {
        guard.check(new InetSocketAddress(address, parsed.port()));
      }
      return true;
    } catch (IOException blocked) {
      return false;
    }
  }
}
