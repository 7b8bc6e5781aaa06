package io.agencytasks.functions.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.agencytasks.domain.listing.Cursor;
import io.agencytasks.domain.listing.Sort;
import io.agencytasks.domain.listing.SortBy;
import io.agencytasks.domain.listing.SortOrder;
import io.agencytasks.domain.task.TaskId;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor is opaque, and believed only when it is one of ours. */
class CursorTextTest {

  @ParameterizedTest
  @CsvSource({
    "CREATED_AT,2026-11-23T10:00:00.123456Z",
    "UPDATED_AT,2026-11-23T10:00:00Z",
    "PRIORITY,0",
    "PRIORITY,3",
    "SCHEDULED_FOR,9999-12-31T23:59:59.999999Z",
    "SCHEDULED_FOR,",
    "DEADLINE,0001-01-01T00:00:00Z",
    "DEADLINE,"
  })
  void a_place_in_any_order_comes_back_as_it_was_written(SortBy by, String key) {
    for (var order : SortOrder.values()) {
      var cursor = new Cursor(new Sort(by, order), Optional.ofNullable(key), new TaskId(42));

      assertThat(CursorText.read(CursorText.write(cursor))).isEqualTo(cursor);
      assertThat(CursorText.write(cursor)).matches("[A-Za-z0-9_-]+");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "createdAt desc 42",
        "createdAt desc 42 ",
        "updatedAt asc 42 ",
        "priority asc 42 ",
        "priority asc 42 4",
        "priority asc 42 -1",
        "priority asc 42 +1",
        "priority asc 42 high",
        "title asc 42 x",
        "createdAt DESC 42 2026-11-23T10:00:00Z",
        "createdAt desc 0 2026-11-23T10:00:00Z",
        "createdAt desc 9007199254740992 2026-11-23T10:00:00Z",
        "createdAt desc 99999999999999999999 2026-11-23T10:00:00Z",
        "createdAt desc x 2026-11-23T10:00:00Z",
        "createdAt desc 42 2026-11-23",
        "createdAt desc 42 2026-11-23T10:00:00Z 7",
        "createdAt desc 42 0000-01-01T00:00:00Z",
        "createdAt desc 42 +10000-01-01T00:00:00Z",
        "createdAt desc 42 +1000000000-12-31T23:59:59.999999999Z",
        "createdAt desc 42 -1000000000-01-01T00:00:00Z"
      })
  void a_cursor_that_was_made_up_is_refused(String text) {
    var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CursorText.read(cursor))
        .withMessage("must be a nextCursor of an earlier answer");
  }
}
