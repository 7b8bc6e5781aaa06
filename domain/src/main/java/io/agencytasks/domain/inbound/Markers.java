package io.agencytasks.domain.inbound;

import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Urgency;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a text says of its task by marks: {@code #high}, {@code #urgent}, {@code due:2026-12-01},
 * {@code at:2026-12-01T10:00+01:00}. The first of each kind counts; what is no mark stays text.
 */
record Markers(
    Optional<Priority> priority,
    Optional<Urgency> urgency,
    Optional<Instant> deadline,
    Optional<Instant> scheduledFor,
    String rest) {
  private static final Pattern MARK =
      Pattern.compile("(?<!\\S)(?:#(?<word>[A-Za-z]+)|(?<at>due|at):(?<time>\\S+))(?!\\S)");

  /** A day without a time ends with its last second, and begins with its first one, in UTC. */
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private static final Markers NONE =
      new Markers(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

  /** Reads them; what is left is without them. */
  static Markers in(String text) {
    var rest = MARK.matcher(text).replaceAll(it -> isMark(it) ? "" : quoted(it));
    var found = MARK.matcher(text).results().map(Markers::of).reduce(NONE, Markers::before);
    return found.with(rest.replaceAll("(?<=\\S)[ \\t]{2,}(?=\\S)", " ").strip());
  }

  /** Of two texts, what the first one says counts. */
  Markers before(Markers other) {
    return new Markers(
        priority.or(() -> other.priority),
        urgency.or(() -> other.urgency),
        deadline.or(() -> other.deadline),
        scheduledFor.or(() -> other.scheduledFor),
        rest);
  }

  private Markers with(String text) {
    return new Markers(priority, urgency, deadline, scheduledFor, text);
  }

  private static boolean isMark(MatchResult match) {
    return !of(match).equals(NONE);
  }

  private static Markers of(MatchResult match) {
    var word = match.group("word");
    if (word != null) {
      return new Markers(
          named(Priority.values(), word),
          named(Urgency.values(), word),
          Optional.empty(),
          Optional.empty(),
          "");
    }
    boolean due = match.group("at").equals("due");
    var time = time(match.group("time"), due);
    return new Markers(
        Optional.empty(),
        Optional.empty(),
        due ? time : Optional.empty(),
        due ? Optional.empty() : time,
        "");
  }

  private static String quoted(MatchResult match) {
    return Matcher.quoteReplacement(match.group());
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String word) {
    return Stream.of(values)
        .filter(value -> value.toString().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static Optional<Instant> time(String text, boolean atTheEnd) {
    try {
      var time =
          text.length() == "2026-12-01".length()
              ? LocalDate.parse(text)
                  .atTime(atTheEnd ? LAST_SECOND : LocalTime.MIDNIGHT)
                  .toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant();
      return Optional.of(time).filter(it -> it.isAfter(Instant.EPOCH) && it.isBefore(LATEST));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
