package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.ARequest.faultyFieldsOf;
import static io.agencytasks.functions.http.ARequest.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.Cursor;
import io.agencytasks.domain.task.Page;
import io.agencytasks.domain.task.TaskId;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The query of a list is read as strictly as a body. */
class PageInputTest {
  private static final Cursor CURSOR =
      new Cursor(Instant.parse("2026-11-23T10:00:00.123456Z"), new TaskId(42));

  @Test
  void nothing_asked_for_is_the_first_fifty() {
    assertThat(page("")).isEqualTo(new Page(50, 0, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"limit=1,1,0", "limit=100&offset=2147483647,100,2147483647", "l%69mit=7,7,0"})
  void limits_and_offsets_within_their_bounds_are_taken(String query, int limit, int offset) {
    assertThat(page(query)).isEqualTo(new Page(limit, offset, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "limit=0 limit",
        "limit=101 limit",
        "limit=-1 limit",
        "limit=+5 limit",
        "limit=1.0 limit",
        "limit=1e1 limit",
        "limit=007 limit",
        "limit= limit",
        "limit limit",
        "limit=%20 limit",
        "limit=18446744073709551617 limit",
        "limit=999999999999999999 limit",
        "offset=-1 offset",
        "offset=2147483648 offset",
        "limit=5&limit=5 limit",
        "limit=5&limi%74=6 limit",
        "page=2 page",
        "Limit=5 Limit",
        "limit=%zz %zz",
        "limit=% %",
        "limit=%-1 %-1",
        "cursor=7 cursor",
        "cursor= cursor",
        "cursor=abc cursor",
        "cursor=!!! cursor",
        "cursor=%00 cursor"
      })
  void anything_else_is_refused_by_name(String query, String field) {
    assertThat(faultyFieldsOf(() -> page(query))).containsExactly(field);
  }

  @Test
  void every_fault_of_a_query_is_told_at_once() {
    assertThat(faultyFieldsOf(() -> page("limit=0&offset=-1&cursor=x&page=1")))
        .containsExactlyInAnyOrder("limit", "offset", "cursor", "page");
  }

  @Test
  void a_cursor_comes_back_as_it_was_given_out() {
    assertThat(page("cursor=" + PageInput.write(CURSOR)).after()).contains(CURSOR);
  }

  @Test
  void a_cursor_goes_with_no_offset_even_when_another_parameter_is_faulty() {
    var query = "offset=10&cursor=%s".formatted(PageInput.write(CURSOR));

    assertThat(faultyFieldsOf(() -> page(query))).containsExactly("cursor");
    assertThat(faultyFieldsOf(() -> page(query + "&limit=0")))
        .containsExactlyInAnyOrder("limit", "cursor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "2026-11-23T10:00:00Z",
        "2026-11-23T10:00:00Z 0",
        "2026-11-23T10:00:00Z 9007199254740992",
        "2026-11-23T10:00:00Z 99999999999999999999",
        "2026-11-23T10:00:00Z x",
        "2026-11-23 42",
        "0000-01-01T00:00:00Z 42",
        "+10000-01-01T00:00:00Z 42",
        "+1000000000-12-31T23:59:59.999999999Z 42",
        "-1000000000-01-01T00:00:00Z 42"
      })
  void a_cursor_that_was_made_up_is_refused(String text) {
    var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));

    assertThat(faultyFieldsOf(() -> page("cursor=" + cursor))).containsExactly("cursor");
  }
}
