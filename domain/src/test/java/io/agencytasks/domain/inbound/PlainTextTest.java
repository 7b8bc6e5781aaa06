package io.agencytasks.domain.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whatever strangers write can be kept. */
class PlainTextTest {
  private static final String ROCKET = "\ud83d\ude80";

  @Test
  void what_cannot_be_kept_is_a_blank() {
    assertThat(PlainText.of("a\u0000b\u001bc\nd\ud83d", 100)).isEqualTo("a b c\nd ");
  }

  @Test
  void too_much_ends_with_dots_and_never_within_a_character() {
    assertThat(PlainText.of(ROCKET.repeat(10), 3)).isEqualTo(ROCKET.repeat(2) + "…");
    assertThat(PlainText.of(ROCKET.repeat(3), 3)).isEqualTo(ROCKET.repeat(3));
  }

  @Test
  void a_beginning_has_whole_characters_and_no_more_bytes() {
    var beginning = PlainText.beginning(ROCKET.repeat(5000), 16 * 1024 - 1);

    assertThat(beginning.getBytes(StandardCharsets.UTF_8)).hasSize(16 * 1024 - 4);
    assertThat(PlainText.beginning("short", 5)).isEqualTo("short");
    assertThat(PlainText.beginning("short", 4)).isEqualTo("shor");
  }

  @Test
  void a_title_is_the_first_line_that_says_something() {
    assertThat(PlainText.title("\n \u0000\n Call Ann \nsoon").orElseThrow().value())
        .isEqualTo("Call Ann");
    assertThat(PlainText.title(" \n")).isEmpty();
  }
}
