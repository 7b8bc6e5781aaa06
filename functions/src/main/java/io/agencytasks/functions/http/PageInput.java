package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.integer;
import static io.agencytasks.functions.http.Decoders.text;

import io.agencytasks.domain.task.Cursor;
import io.agencytasks.domain.task.Page;
import io.agencytasks.domain.task.TaskId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The part of a list that a query asks for (FR-003.13, FR-003.14). */
final class PageInput {
  private PageInput() {}

  static Page read(Fields in) {
    var limit = in.optional("limit", integer(1, 100), 50);
    var offset = in.optional("offset", integer(0, Integer.MAX_VALUE), 0);
    var cursor = in.nullable("cursor", text(PageInput::cursor));
    in.refuseIf(
        cursor.isSound() && cursor.get() != null && offset.isSound() && offset.get() > 0,
        "cursor",
        "must not be given with an offset");
    in.end();
    return new Page(limit.get(), offset.get(), Optional.ofNullable(cursor.get()));
  }

  /** A cursor as callers see it: opaque, and good in a URL as it is. */
  static String write(Cursor cursor) {
    var text = cursor.createdAt() + " " + cursor.id().value();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Cursor cursor(String written) {
    try {
      var text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
      var parts = text.split(" ", 2);
      return new Cursor(
          Decoders.storable(Instant.parse(parts[0])), new TaskId(Long.parseLong(parts[1])));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException foreign) {
      throw new IllegalArgumentException("must be a nextCursor of an earlier answer", foreign);
    }
  }
}
