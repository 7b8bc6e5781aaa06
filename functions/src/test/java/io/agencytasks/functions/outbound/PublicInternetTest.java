package io.agencytasks.functions.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicInternetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.255.255.255",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.0.1",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.170",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "192.168.255.255",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
      })
  void special_ipv4_is_not_the_public_internet(String address) {
    assertThat(PublicInternet.contains(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "::2",
        "100::1",
        "100:0:0:1::1",
        "64:ff9b:1::1",
        "5f00::1",
        "4000::1",
        "fc00::1",
        "fd00:ec2::254",
        "fdff:ffff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "2001::1",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:1ff:ffff::1",
        "2001:db8::1",
        "2001:db8:ffff::1",
        "3ffe::1",
        "3fff::1",
        "3fff:fff:ffff::1",
      })
  void special_ipv6_is_not_the_public_internet(String address) {
    assertThat(PublicInternet.contains(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::ffff:127.0.0.1",
        "::ffff:7f00:1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "0:0:0:0:0:ffff:c0a8:1",
        "::127.0.0.1",
        "::169.254.169.254",
        "::a00:1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::a9fe:a9fe",
        "64:ff9b:1:a9fe:a9:fe00::",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::",
        "2002:a00:1::1",
        "2002:c0a8:101::",
        "2001:0:7f00:1::",
        "2001::f5ff:fffe",
        "2001:0:4136:e378:8000:63bf:5601:5601",
        "2a00:1450:4001:81b:0:5efe:127.0.0.1",
        "2a00:1450:4001:81b:0:5efe:a9fe:a9fe",
        "2a00:1450:4001:81b:200:5efe:a00:1",
      })
  void no_tunnel_or_translation_leads_inside(String address) {
    assertThat(PublicInternet.contains(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.1",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2606:4700:4700::1111",
        "2a00:1450:4001:81b::200e",
        "2003::1",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
      })
  void everything_else_is_the_public_internet(String address) {
    assertThat(PublicInternet.contains(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void a_mapped_address_that_the_platform_left_wrapped_is_unwrapped() throws UnknownHostException {
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 10;
    assertThat(PublicInternet.contains(Inet6Address.getByAddress(null, mapped, -1))).isFalse();
  }
}
