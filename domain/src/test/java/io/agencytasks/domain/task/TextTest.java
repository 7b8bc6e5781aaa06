package io.agencytasks.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {
  private static final String EMOJI = "😀";

  @Test
  void a_title_has_1_to_500_characters() {
    assertThatCode(() -> new Title("x")).doesNotThrowAnyException();
    assertThatCode(() -> new Title("x".repeat(500))).doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Title(""))
        .withMessage("must have 1 to 500 characters, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Title("x".repeat(501)))
        .withMessage("must have 1 to 500 characters, not 501");
  }

  @Test
  void characters_are_code_points_and_not_java_chars() {
    assertThat(new Title(EMOJI.repeat(500)).value()).hasSize(1000);
    assertThatIllegalArgumentException().isThrownBy(() -> new Title(EMOJI.repeat(501)));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "\n \r"})
  void a_title_category_or_tag_of_white_space_is_refused(String blank) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Title(blank));
    assertThatIllegalArgumentException().isThrownBy(() -> new Category(blank));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tag(blank));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u007fb", "a\u0085b", "a\ud800b", "\udc00"})
  void what_postgres_cannot_keep_or_people_cannot_see_is_refused(String hostile) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Title(hostile));
    assertThatIllegalArgumentException().isThrownBy(() -> new Description(hostile));
  }

  @Test
  void tabs_and_line_ends_are_text() {
    assertThatCode(() -> new Description("a\tb\r\nc")).doesNotThrowAnyException();
  }

  @Test
  void a_description_may_be_empty_and_has_at_most_5000_characters() {
    assertThatCode(() -> new Description("")).doesNotThrowAnyException();
    assertThatCode(() -> new Description("x".repeat(5000))).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> new Description("x".repeat(5001)));
  }

  @Test
  void a_category_has_at_most_100_characters_and_a_tag_50() {
    assertThatCode(() -> new Category("x".repeat(100))).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> new Category("x".repeat(101)));
    assertThatCode(() -> new Tag("x".repeat(50))).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> new Tag("x".repeat(51)));
  }
}
