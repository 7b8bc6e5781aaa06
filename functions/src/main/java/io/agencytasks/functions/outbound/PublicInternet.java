package io.agencytasks.functions.outbound;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are globally routable, by the ranges of IANA's special-purpose registries.
 *
 * <p>The flags of {@link InetAddress} are no help here: unique local, carrier and translated
 * addresses pass all five of them.
 */
final class PublicInternet {
  private static final List<AddressRange> SPECIAL =
      Stream.of(
              "0.0.0.0/8", // this host
              "10.0.0.0/8", // private
              "100.64.0.0/10", // carrier-grade NAT
              "127.0.0.0/8", // loopback
              "169.254.0.0/16", // link-local, with the cloud's metadata
              "172.16.0.0/12", // private
              "192.0.0.0/24", // protocol assignments
              "192.0.2.0/24", // documentation
              "192.88.99.0/24", // relays of 6to4
              "192.168.0.0/16", // private
              "198.18.0.0/15", // benchmarks
              "198.51.100.0/24", // documentation
              "203.0.113.0/24", // documentation
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved, and broadcast
              "2001::/23", // protocol assignments, with Teredo
              "2001:db8::/32", // documentation
              "2002::/16", // 6to4
              "3ffe::/16", // the former 6bone
              "3fff::/20") // documentation
          .map(AddressRange::of)
          .toList();

  /** The only part of IPv6 that is handed out for global unicast. */
  private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3");

  /** Where the last four bytes are an IPv4 address that is reached in earnest. */
  private static final List<AddressRange> IPV4_INSIDE =
      List.of(
          new AddressRange(128, 96, BigInteger.valueOf(0xffff)), // mapped, ::ffff:0:0/96
          AddressRange.of("64:ff9b::/96")); // NAT64

  private PublicInternet() {}

  static boolean contains(InetAddress address) {
    byte[] bytes = unwrapped(address.getAddress());
    boolean special = SPECIAL.stream().anyMatch(range -> range.contains(bytes));
    return !special && (bytes.length == 4 || isGlobalIpv6(bytes));
  }

  private static boolean isGlobalIpv6(byte[] address) {
    return GLOBAL_UNICAST.contains(address) && !isIsatap(address);
  }

  private static byte[] unwrapped(byte[] address) {
    boolean ipv4Inside = IPV4_INSIDE.stream().anyMatch(range -> range.contains(address));
    return ipv4Inside ? Arrays.copyOfRange(address, 12, 16) : address;
  }

  /** Whether it tunnels to the IPv4 address in its last four bytes (RFC 5214). */
  private static boolean isIsatap(byte[] address) {
    return (address[8] & ~2) == 0
        && address[9] == 0
        && address[10] == 0x5e
        && address[11] == (byte) 0xfe;
  }
}
