package io.agencytasks.functions.outbound;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * A block of addresses that begin with the same bits: {@code 10.0.0.0/8}.
 *
 * @param size bits of a whole address: 32 or 128
 * @param bits how many of them are fixed
 * @param prefix their value
 */
record AddressRange(int size, int bits, BigInteger prefix) {

  static AddressRange of(String cidr) {
    int slash = cidr.indexOf('/');
    byte[] network = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
    int size = network.length * Byte.SIZE;
    int bits = Integer.parseInt(cidr.substring(slash + 1));
    return new AddressRange(size, bits, first(bits, network));
  }

  boolean contains(byte[] address) {
    return address.length * Byte.SIZE == size && first(bits, address).equals(prefix);
  }

  private static BigInteger first(int bits, byte[] address) {
    return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
  }
}
