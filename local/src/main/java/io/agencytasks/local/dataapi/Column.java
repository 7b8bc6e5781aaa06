package io.agencytasks.local.dataapi;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A column of a result.
 *
 * @param position counted from 1
 * @param type of its values, or of their elements where it holds arrays
 */
record Column(int position, String label, FieldType type, boolean array) {

  /** Types that the Data API calls by their name in capitals; others it calls by their own. */
  private static final Set<String> NAMED_IN_CAPITALS =
      Set.of(
          "bit",
          "box",
          "cidr",
          "circle",
          "daterange",
          "inet",
          "int4range",
          "int8range",
          "interval",
          "jsonpath",
          "line",
          "lseg",
          "macaddr",
          "macaddr8",
          "money",
          "numrange",
          "path",
          "point",
          "polygon",
          "record",
          "timetz",
          "tsrange",
          "tstzrange",
          "varbit",
          "void");

  /** The columns of a result; a type that the Data API does not support ends the call. */
  static List<Column> of(ResultSetMetaData metadata) throws SQLException {
    List<Column> columns = new ArrayList<>(metadata.getColumnCount());
    for (int position = 1; position <= metadata.getColumnCount(); position++) {
      String typeName = metadata.getColumnTypeName(position);
      boolean array = typeName.startsWith("_");
      Optional<FieldType> type = FieldType.of(array ? typeName.substring(1) : typeName);
      if (type.isEmpty() || (array && type.get().arrayMember().isEmpty())) {
        throw unsupported(typeName);
      }
      columns.add(new Column(position, metadata.getColumnLabel(position), type.get(), array));
    }
    return columns;
  }

  /** The value of the current row as Postgres writes it. */
  Optional<String> text(ResultSet rows) throws SQLException {
    if (type == FieldType.BLOB) {
      return Optional.ofNullable(rows.getBytes(position))
          .map(bytes -> "\\x" + HexFormat.of().formatHex(bytes));
    }
    return Optional.ofNullable(rows.getString(position));
  }

  private static Refusal unsupported(String typeName) {
    String element = typeName.startsWith("_") ? typeName.substring(1) : typeName;
    String name =
        switch (element) {
          case "char" -> "\"CHAR\"";
          case "bytea" -> "BYTEA";
          default -> NAMED_IN_CAPITALS.contains(element) ? capitals(element) : element;
        };
    String suffix = typeName.startsWith("_") ? "[]" : "";
    return new Refusal(
        ErrorType.UNSUPPORTED_RESULT,
        "The result contains the unsupported data type %s%s.".formatted(name, suffix));
  }

  private static String capitals(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
