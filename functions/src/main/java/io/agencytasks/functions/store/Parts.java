package io.agencytasks.functions.store;

import io.agencytasks.functions.aws.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Pages of any size: as many answers of the Data API as it takes, each cut before it is full, and
 * each item in as many rows as it takes. Sizes are those of the bytes that travel, where a quote
 * inside a JSON text is escaped once more.
 */
final class Parts {
  /** Bytes of items in one answer; the Data API stops at 1 MiB. */
  static final int MOST_BYTES = 900 * 1024;

  /** All of them together stay below the 6 MB that Lambda answers with: there a page ends early. */
  private static final int MOST_ANSWERS = 6;

  /**
   * Cuts {@code rows (place, json)}, with places from 1 on, into {@code pieces (place, piece,
   * json)} of at most 60,000 bytes each; a row of the Data API holds 64 KB at most.
   */
  static final String CUT =
      """
      measured as (
        select place, json,
               sum(octet_length(cast(to_json(json) as text))) over (order by place) as bytes
        from rows
      ),
      pieces as (
        select m.place, p.piece, substr(m.json, 15000 * p.piece + 1, 15000) as json
        from measured m
        cross join generate_series(0, (char_length(m.json) - 1) / 15000) as p (piece)
        where m.place = 1
           or m.bytes <= cast(:mostBytes as bigint)
      )
      """
          .strip();

  /** Selects {@code pieces}, the first of an item as {@code item} and the rest as {@code more}. */
  static final String ITEMS =
      """
      select place, piece, case piece when 0 then 'item' else 'more' end as kind, json
      from pieces
      """
          .strip();

  private Parts() {}

  /** Reads what comes behind an item. */
  interface Behind<T> {
    List<Row> read(T last, int limit);
  }

  /**
   * All items of a page whose first answer is there; its row {@code size} says how many they are.
   * The last one leads on and not a count, which what others insert meanwhile would put out.
   */
  static <T> List<T> all(List<Row> first, Class<T> type, Behind<T> behind) {
    var items = new ArrayList<>(items(first, type));
    int size = TaskRows.first(first, "size").map(Integer::parseInt).orElse(0);
    for (int answers = 1; answers < MOST_ANSWERS && items.size() < size; answers++) {
      var more = items(behind.read(items.getLast(), size - items.size()), type);
      if (more.isEmpty()) {
        break;
      }
      items.addAll(more);
    }
    return List.copyOf(items);
  }

  /** The items of one answer. */
  static <T> List<T> items(List<Row> rows, Class<T> type) {
    var texts = new ArrayList<StringBuilder>();
    for (var row : rows) {
      switch (row.kind()) {
        case "item" -> texts.add(new StringBuilder(row.json()));
        case "more" -> texts.getLast().append(row.json());
        default -> {}
      }
    }
    return texts.stream().map(text -> TaskRows.read(text.toString(), type)).toList();
  }
}
