package io.agencytasks.functions.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.TextNode;
import io.agencytasks.domain.listing.Cursor;
import io.agencytasks.domain.listing.Sort;
import io.agencytasks.domain.listing.SortBy;
import io.agencytasks.domain.listing.SortOrder;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.TaskId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cursor as callers see it: opaque, and good in a URL as it is. */
final class CursorText {
  private static final Set<String> RANKS =
      Stream.of(Priority.values())
          .map(priority -> Integer.toString(priority.rank()))
          .collect(Collectors.toUnmodifiableSet());

  private CursorText() {}

  static String write(Cursor cursor) {
    var sort = cursor.sort();
    var text =
        "%s %s %d %s"
            .formatted(sort.by(), sort.order(), cursor.id().value(), cursor.key().orElse(""));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  /**
   * Reads it again.
   *
   * @throws IllegalArgumentException unless it is one
   */
  static Cursor read(String written) {
    try {
      var parts = new String(Base64.getUrlDecoder().decode(written), UTF_8).split(" ", 4);
      var sort = new Sort(named(SortBy.class, parts[0]), named(SortOrder.class, parts[1]));
      return new Cursor(sort, key(sort.by(), parts[3]), new TaskId(Long.parseLong(parts[2])));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException foreign) {
      throw new IllegalArgumentException("must be a nextCursor of an earlier answer", foreign);
    }
  }

  private static Optional<String> key(SortBy by, String text) {
    if (text.isEmpty() && by.mayBeMissing()) {
      return Optional.empty();
    }
    return Optional.of(by == SortBy.PRIORITY ? rank(text) : time(text));
  }

  private static String rank(String text) {
    Decoders.require(RANKS.contains(text), "is the rank of no priority");
    return text;
  }

  private static String time(String text) {
    return Decoders.storable(Instant.parse(text)).toString();
  }

  private static <E extends Enum<E>> E named(Class<E> type, String name) {
    return Decoders.oneOf(type).decode(TextNode.valueOf(name));
  }
}
