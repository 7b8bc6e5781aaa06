package io.agencytasks.functions.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressGuardTest {
  private final AddressGuard deployed = new AddressGuard(new OutboundSettings(false));
  private final AddressGuard laptop = new AddressGuard(new OutboundSettings(true));

  @ParameterizedTest
  @CsvSource({"8.8.8.8,80", "8.8.8.8,443", "2606:4700:4700::1111,443"})
  void the_public_internet_is_open_on_the_ports_of_the_web(String address, int port) {
    assertThatCode(() -> deployed.check(target(address, port))).doesNotThrowAnyException();
    assertThatCode(() -> laptop.check(target(address, port))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"8.8.8.8,22", "8.8.8.8,25", "8.8.8.8,8080", "8.8.8.8,5432", "2a00:1450::1,8443"})
  void other_ports_of_the_public_internet_are_closed(String address, int port) {
    assertBlocked(deployed, address, port);
    assertBlocked(laptop, address, port);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1,80", "127.8.8.8,443", "::1,443", "::ffff:127.0.0.1,80"})
  void loopback_is_closed_unless_the_setting_opens_it(String address, int port) {
    assertBlocked(deployed, address, port);
    assertThatCode(() -> laptop.check(target(address, port))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1,9001", "127.0.0.1,1", "::1,65535"})
  void open_loopback_is_open_on_any_port(String address, int port) {
    assertThatCode(() -> laptop.check(target(address, port))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0,80",
    "::,80",
    "10.0.0.1,443",
    "192.168.1.1,80",
    "172.17.0.1,80",
    "169.254.169.254,80",
    "fd00:ec2::254,80",
    "fe80::1,80",
    "64:ff9b::127.0.0.1,80",
    "::127.0.0.1,80",
    "2002:7f00:1::,80"
  })
  void opening_loopback_opens_nothing_else(String address, int port) {
    assertBlocked(laptop, address, port);
  }

  @Test
  void one_bad_answer_of_a_name_server_blocks_them_all() {
    var mixed = List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("10.0.0.1"));
    assertThatThrownBy(() -> deployed.checked(mixed)).isInstanceOf(AddressBlockedException.class);
  }

  @Test
  void good_answers_of_a_name_server_are_passed_on_as_they_are() throws Exception {
    var good = List.of(InetAddress.ofLiteral("8.8.8.8"), InetAddress.ofLiteral("2a00:1450::1"));
    assertThat(deployed.checked(good)).isEqualTo(good);
  }

  private static void assertBlocked(AddressGuard guard, String address, int port) {
    assertThatThrownBy(() -> guard.check(target(address, port)))
        .isInstanceOf(AddressBlockedException.class)
        .message()
        .doesNotContain(address);
  }

  private static InetSocketAddress target(String address, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(address), port);
  }
}
