package io.agencytasks.functions.executors.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in one place of a report, before a format decides how it looks there. */
sealed interface Cell {

  /** Somebody's words. */
  record Text(String text) implements Cell {}

  /** One of a few names of ours that tells how something stands. */
  record State(String text) implements Cell {}

  /** One of a few names of ours. */
  record Name(String text) implements Cell {}

  record Count(long number) implements Cell {}

  record Labels(List<String> labels) implements Cell {}

  record Moment(Instant time) implements Cell {}

  record Took(long millis) implements Cell {}

  record Nothing() implements Cell {}

  static Cell text(@Nullable String text) {
    return text == null ? new Nothing() : new Text(text);
  }

  static Cell state(Object value) {
    return new State(value.toString());
  }

  static Cell name(Object value) {
    return new Name(value.toString());
  }

  static Cell moment(@Nullable Instant time) {
    return time == null ? new Nothing() : new Moment(time);
  }

  static Cell took(@Nullable Long millis) {
    return millis == null ? new Nothing() : new Took(millis);
  }
}
