package io.agencytasks.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackTokenTest {
  private final CallbackToken token = CallbackToken.of(new Random(7));

  @Test
  void a_token_has_256_bits_in_characters_that_a_path_may_have() {
    assertThat(token.value()).matches("[A-Za-z0-9_-]{43}");
    assertThat(CallbackToken.of(new Random(8)).value()).isNotEqualTo(token.value());
  }

  @Test
  void it_is_read_as_it_was_written() {
    assertThat(CallbackToken.read(token.value()))
        .get()
        .extracting(CallbackToken::value)
        .isEqualTo(token.value());
  }

  @Test
  void it_does_not_show_itself() {
    assertThat(token).hasToString("callback token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "token",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx+/",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n",
      })
  void what_has_another_form_is_none(String text) {
    assertThat(CallbackToken.read(text)).isEmpty();
  }
}
