package io.agencytasks.functions.store;

import io.agencytasks.domain.listing.Cursor;
import io.agencytasks.domain.listing.Sort;
import io.agencytasks.domain.listing.SortBy;
import io.agencytasks.domain.listing.SortOrder;
import io.agencytasks.functions.aws.Statement;
import java.util.Optional;

/**
 * In what order tasks are listed, and where a page begins. Those that have what they are sorted by
 * come first, the others behind them: each part is one range of an index, read in either direction.
 */
record ListOrder(Sort sort, Optional<Cursor> after) {

  /** Puts the order into a statement, in place of what it has in braces. */
  String into(String sql) {
    return sql.replace("{key}", column(sort.by()))
        .replace("{keyed}", keyed())
        .replace("{keyless}", keyless())
        .replace("{direction}", sort.order().toString());
  }

  /** Binds what the conditions ask for. */
  Statement bind(Statement statement) {
    return after.map(cursor -> bind(statement, cursor)).orElse(statement);
  }

  private static Statement bind(Statement statement, Cursor cursor) {
    var placed = statement.number("afterId", cursor.id().value());
    return cursor.key().map(key -> placed.text("afterKey", key)).orElse(placed);
  }

  private String keyed() {
    if (after.isEmpty()) {
      return "sort_key is not null";
    }
    return after.get().key().isEmpty()
        ? "false"
        : "(sort_key, id) %s (cast(:afterKey as %s), :afterId)"
            .formatted(behind(), type(sort.by()));
  }

  private String keyless() {
    return after.isPresent() && after.get().key().isEmpty()
        ? "sort_key is null and id %s :afterId".formatted(behind())
        : "sort_key is null";
  }

  private String behind() {
    return sort.order() == SortOrder.ASC ? ">" : "<";
  }

  private static String column(SortBy by) {
    return switch (by) {
      case CREATED_AT -> "created_at";
      case UPDATED_AT -> "updated_at";
      case PRIORITY -> "priority_rank";
      case SCHEDULED_FOR -> "scheduled_for";
      case DEADLINE -> "deadline";
    };
  }

  private static String type(SortBy by) {
    return by == SortBy.PRIORITY ? "smallint" : "timestamptz";
  }
}
