package io.agencytasks.functions.outbound;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a client of the proxy wants to go.
 *
 * @param host as it was written, in small letters, an IPv6 address without its brackets
 */
record Target(String host, int port) {
  private static final int MAX_PORT = 65_535;
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:\\[(?<six>[^\\[\\]%@/]+)]|(?<name>[^:\\[\\]@/]+))(?::(?<port>\\d{1,5}))?");

  /** Reads {@code host:port}; empty where it is something else. */
  static Optional<Target> of(String authority, int defaultPort) {
    var parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var host = parts.group("six") == null ? parts.group("name") : parts.group("six");
    int port = parts.group("port") == null ? defaultPort : Integer.parseInt(parts.group("port"));
    return port < 1 || port > MAX_PORT
        ? Optional.empty()
        : Optional.of(new Target(host.toLowerCase(Locale.ROOT), port));
  }
}
