package io.agencytasks.domain.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("FR-003.10")
class SearchTest {

  @Test
  void white_space_separates_terms_and_each_counts_once() {
    assertThat(new Search("  call\tACME call \u3000é ").terms())
        .extracting(SearchTerm::text)
        .containsExactly("call", "ACME", "é");
  }

  @Test
  void a_search_has_1_to_200_characters() {
    assertThatCode(() -> new Search("😀".repeat(200))).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> new Search("x".repeat(201)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Search(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t\n", "\u00a0", "\u3000 \u2007"})
  void a_search_of_white_space_is_refused(String blank) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Search(blank))
        .withMessage("must not be blank");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ab", "A1", "42", "é", "Жы", "ÄÖ"})
  void one_or_two_letters_or_digits_must_stand_alone(String term) {
    assertThat(new SearchTerm(term).isWholeWord()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "123", "c#", "%", "_a", "😀", "日本", "ねこ", "ไป", "-5", "e\u0301"})
  void anything_else_may_be_part_of_a_word(String term) {
    assertThat(new SearchTerm(term).isWholeWord()).isFalse();
  }
}
