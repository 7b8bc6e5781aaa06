package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.integer;

import io.agencytasks.domain.history.Stretch;

/** The part of a history that a query asks for (FR-012.3, FR-012.4). */
final class StretchInput {
  private StretchInput() {}

  static Stretch read(Fields in, int usualLimit) {
    var limit = in.optional("limit", integer(1, 100), usualLimit);
    var offset = in.optional("offset", integer(0, Integer.MAX_VALUE), 0);
    in.end();
    return new Stretch(limit.get(), offset.get());
  }
}
