package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.ARequest.faultyFieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.history.Stretch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The query of a history is read as strictly as a body. */
@Tag("FR-012.3")
@Tag("FR-012.4")
class StretchInputTest {

  @Test
  void nothing_asked_for_is_the_usual_page() {
    assertThat(stretch("")).isEqualTo(new Stretch(20, 0));
  }

  @ParameterizedTest
  @CsvSource({"limit=1,1,0", "limit=100&offset=2147483647,100,2147483647"})
  void limits_and_offsets_within_their_bounds_are_taken(String query, int limit, int offset) {
    assertThat(stretch(query)).isEqualTo(new Stretch(limit, offset));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "limit=0 limit",
        "limit=101 limit",
        "limit=x limit",
        "limit=5&limit=5 limit",
        "offset=-1 offset",
        "offset=2147483648 offset",
        "cursor=x cursor"
      })
  void anything_else_is_refused_by_name(String query, String field) {
    assertThat(faultyFieldsOf(() -> stretch(query))).containsExactly(field);
  }

  @Test
  void every_fault_of_a_query_is_told_at_once() {
    assertThat(faultyFieldsOf(() -> stretch("limit=0&offset=-1&page=1")))
        .containsExactlyInAnyOrder("limit", "offset", "page");
  }

  private static Stretch stretch(String query) {
    return StretchInput.read(new Request(ARequest.withQuery(query)).query(), 20);
  }
}
