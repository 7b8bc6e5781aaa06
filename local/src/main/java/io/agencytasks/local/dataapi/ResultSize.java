package io.agencytasks.local.dataapi;

/**
 * Counts a result as AWS counts it: as Postgres sends it in text form, with two bytes a row, four a
 * column, and the value's UTF-8.
 */
final class ResultSize {
  private static final int MAX_ROW_BYTES = 64 * 1024;
  private static final int MAX_RESULT_BYTES = 1024 * 1024;

  private final int rowOverhead;
  private int row;
  private int result;

  ResultSize(int columns) {
    this.rowOverhead = 2 + 4 * columns;
  }

  void startRow() {
    row = 0;
    add(rowOverhead);
  }

  void add(int bytes) {
    row += bytes;
    result += bytes;
    if (row > MAX_ROW_BYTES) {
      throw new Refusal(
          ErrorType.UNSUPPORTED_RESULT,
          "Packet for query is too large: a row exceeds the size limit 64 KB.");
    }
    if (result > MAX_RESULT_BYTES) {
      throw new Refusal(ErrorType.UNSUPPORTED_RESULT, "The result exceeds the size limit 1 MB.");
    }
  }

  static int utf8Length(String text) {
    int bytes = text.length();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= 0x800) {
        // Each half of a surrogate pair makes two of its four bytes.
        bytes += Character.isSurrogate(c) ? 1 : 2;
      } else if (c >= 0x80) {
        bytes++;
      }
    }
    return bytes;
  }
}
