package io.agencytasks.domain.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  private static final String LONGEST_LOCAL_PART = "l".repeat(64);
  private static final String LONGEST_LABEL = "d".repeat(63);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@x.example",
        "first.last+tag@sub.example.com",
        "o'neil@example.co",
        "a@xn--bcher-kva.example",
        "bounce@simulator.amazonses.com"
      })
  void mail_goes_to_an_address(String address) {
    assertThat(EmailAddress.isOne(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@x.example",
        "a@",
        "a@localhost",
        "a@x..example",
        "a@-x.example",
        "a@x-.example",
        ".a@x.example",
        "a.@x.example",
        "a..b@x.example",
        "a@b@x.example",
        "a b@x.example",
        "a@x.example ",
        "a@x.example\n",
        "a\r\nBcc: b@x.example",
        "A <a@x.example>",
        "a@x.example,b@x.example",
        "\"a\"@x.example",
        "a@[127.0.0.1]",
        "a@127.0.0.1",
        "ü@x.example"
      })
  void and_to_nothing_else(String address) {
    assertThat(EmailAddress.isOne(address)).isFalse();
    assertThatThrownBy(() -> new EmailAddress(address))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_address_is_as_long_as_SMTP_allows() {
    assertThat(EmailAddress.isOne(LONGEST_LOCAL_PART + "@x.example")).isTrue();
    assertThat(EmailAddress.isOne(LONGEST_LOCAL_PART + "l@x.example")).isFalse();
    assertThat(EmailAddress.isOne("a@" + LONGEST_LABEL + ".example")).isTrue();
    assertThat(EmailAddress.isOne("a@" + LONGEST_LABEL + "d.example")).isFalse();
    assertThat(EmailAddress.isOne("a@" + (LONGEST_LABEL + ".").repeat(4) + "example")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+15550100", "+491701234567", "+123456789012345"})
  void messages_go_to_a_number(String number) {
    assertThat(PhoneNumber.isOne(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "15550100",
        "+05550100",
        "+155501",
        "+1234567890123456",
        "+1 555 0100",
        "+1555010\u0660"
      })
  void and_to_no_other(String number) {
    assertThat(PhoneNumber.isOne(number)).isFalse();
  }

  @Test
  void what_is_masked_says_little() {
    assertThat(new EmailAddress("ann@x.example").masked()).isEqualTo("a***@x.example");
    assertThat(new PhoneNumber("+15550199").masked()).isEqualTo("+***99");
  }
}
