package io.agencytasks.domain.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Urgency;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What marks in a text say, and what is left of it. */
class MarkersTest {

  @Test
  void all_of_them_are_found_and_taken_out() {
    var markers =
        Markers.in("#high Call Ann #URGENT back due:2026-12-01 at:2026-12-01T10:00+01:00");

    assertThat(markers.priority()).hasValue(Priority.HIGH);
    assertThat(markers.urgency()).hasValue(Urgency.URGENT);
    assertThat(markers.deadline()).hasValue(Instant.parse("2026-12-01T23:59:59Z"));
    assertThat(markers.scheduledFor()).hasValue(Instant.parse("2026-12-01T09:00:00Z"));
    assertThat(markers.rest()).isEqualTo("Call Ann back");
  }

  @Test
  void the_first_of_a_kind_counts_and_all_are_taken_out() {
    var markers = Markers.in("#low now #critical");

    assertThat(markers.priority()).hasValue(Priority.LOW);
    assertThat(markers.rest()).isEqualTo("now");
  }

  @Test
  void of_two_texts_the_first_one_counts() {
    var title = Markers.in("#soon Call");

    assertThat(title.before(Markers.in("#urgent #high")).urgency()).hasValue(Urgency.SOON);
    assertThat(title.before(Markers.in("#urgent #high")).priority()).hasValue(Priority.HIGH);
  }

  @Test
  void a_day_begins_with_its_first_second_in_utc() {
    assertThat(Markers.in("at:2026-12-01").scheduledFor())
        .hasValue(Instant.parse("2026-12-01T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "due:2026-02-30",
        "due:tomorrow",
        "due:2026-12-01T10:00",
        "at:9999-12-31T23:59-18:00",
        "at:+10000-01-01T00:00Z",
        "#higher",
        "x#high",
        "#",
        "due:",
        "overdue:2026-12-01",
        "https://example.com/#high",
        "$1 \\ #17"
      })
  void what_is_no_mark_stays_text(String text) {
    assertThat(Markers.in("a " + text + " b").rest()).isEqualTo("a " + text + " b");
    assertThat(Markers.in(text).deadline()).isEmpty();
    assertThat(Markers.in(text).scheduledFor()).isEmpty();
    assertThat(Markers.in(text).priority()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"#high,''", "' #high ',''", "'a\n#high b','a\n b'"})
  void lines_stay_lines(String text, String rest) {
    assertThat(Markers.in(text).rest()).isEqualTo(rest);
  }
}
