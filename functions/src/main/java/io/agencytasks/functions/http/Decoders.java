package io.agencytasks.functions.http;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.TaskId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the kinds of input are read. Nothing is converted silently: a number is no text. */
final class Decoders {
  static final Decoder<Boolean> BOOLEAN =
      node -> {
        require(node.isBoolean(), "must be true or false");
        return node.booleanValue();
      };

  static final Decoder<Instant> TIME = Decoders::time;

  static final Decoder<TaskId> TASK_ID =
      node -> {
        require(node.isIntegralNumber() && node.canConvertToLong(), "must be a whole number");
        return new TaskId(node.longValue());
      };

  /** A name of the IANA database only: an offset knows nothing of summer. */
  static final Decoder<ZoneId> ZONE =
      text(
          name -> {
            require(
                ZoneId.getAvailableZoneIds().contains(name),
                "must be the name of a time zone, like Europe/Berlin or UTC");
            return ZoneId.of(name);
          });

  /** As RFC 3339 has it, but that whole minutes need no seconds; Java would take more. */
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?([Zz]|[+-]\\d\\d:\\d\\d)");

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Decoders() {}

  static <T> Decoder<T> text(Function<String, T> type) {
    return node -> {
      require(node.isTextual(), "must be text");
      return type.apply(node.textValue());
    };
  }

  static Decoder<Integer> integer(int min, int max) {
    return node -> {
      boolean within =
          node.isIntegralNumber()
              && node.canConvertToInt()
              && node.intValue() >= min
              && node.intValue() <= max;
      require(within, "must be a whole number from %d to %d".formatted(min, max));
      return node.intValue();
    };
  }

  static <E extends Enum<E>> Decoder<E> oneOf(Class<E> type) {
    return node ->
        Stream.of(type.getEnumConstants())
            .filter(value -> node.isTextual() && value.toString().equals(node.textValue()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("must be one of " + names(type)));
  }

  static <T> Decoder<List<T>> distinct(int most, Decoder<T> decoder) {
    return node -> {
      require(
          node.isArray() && node.size() <= most,
          "must be an array of at most %d values".formatted(most));
      var values = new ArrayList<T>();
      node.forEach(element -> values.add(decoder.decode(element)));
      require(new HashSet<>(values).size() == values.size(), "must not name a value twice");
      return List.copyOf(values);
    };
  }

  /** Any JSON value of at most so many bytes, as it is stored. */
  static Decoder<Json> json(int mostBytes) {
    return node -> StoredJson.of(node, mostBytes);
  }

  /** An object of at most so many bytes, as it is stored. */
  static Decoder<Json> object(int mostBytes) {
    return node -> {
      require(node instanceof ObjectNode, "must be an object");
      return StoredJson.of(node, mostBytes);
    };
  }

  /** Names in messages are cut: they are the caller's own text. */
  static String shown(String name) {
    return name.length() <= 100 ? name : name.substring(0, 100) + "…";
  }

  /** A time as Postgres keeps it. */
  static Instant storable(Instant time) {
    var kept = time.truncatedTo(ChronoUnit.MICROS);
    require(!kept.isBefore(EARLIEST) && !kept.isAfter(LATEST), "must lie in the years 1 to 9999");
    return kept;
  }

  static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  private static Instant time(JsonNode node) {
    var message = "must be an ISO 8601 time with an offset or Z, like 2026-12-01T09:00:00Z";
    require(node.isTextual() && DATE_TIME.matcher(node.textValue()).matches(), message);
    try {
      return storable(OffsetDateTime.parse(node.textValue()).toInstant());
    } catch (DateTimeException unreadable) {
      throw new IllegalArgumentException(message, unreadable);
    }
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return Stream.of(type.getEnumConstants()).map(Enum::toString).collect(joining(", "));
  }
}
