package io.agencytasks.local.dataapi;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values for a statement's placeholders. */
final class Bindings {
  private final NamedSql sql;
  private final Map<String, SqlValue> values;

  private Bindings(NamedSql sql, Map<String, SqlValue> values) {
    this.sql = sql;
    this.values = values;
  }

  static Bindings of(NamedSql sql, @Nullable List<Call.Parameter> parameters) {
    Map<String, SqlValue> values = new HashMap<>();
    for (Call.Parameter parameter : parameters == null ? List.<Call.Parameter>of() : parameters) {
      String name = parameter.name();
      if (name == null || name.isEmpty()) {
        throw new Refusal(ErrorType.BAD_REQUEST, "Every parameter must have a name.");
      }
      SqlValue value = ParameterReader.read(name, parameter.value(), parameter.typeHint());
      if (values.put(name, value) != null) {
        throw new Refusal(
            ErrorType.BAD_REQUEST, "Parameter '%s' is given more than once.".formatted(name));
      }
    }
    for (String name : values.keySet()) {
      if (!sql.names().contains(name)) {
        throw new Refusal(
            ErrorType.BAD_REQUEST, "Parameter '%s' does not occur in the SQL.".formatted(name));
      }
    }
    return new Bindings(sql, values);
  }

  /** Sets every placeholder's value. */
  void bind(PreparedStatement statement) throws SQLException {
    int position = 0;
    for (String name : sql.names()) {
      SqlValue value = values.get(name);
      if (value == null) {
        throw incomplete(statement);
      }
      value.bind(statement, ++position);
    }
  }

  /** AWS does not miss a parameter itself: Postgres does, after it has parsed the statement. */
  private Refusal incomplete(PreparedStatement statement) throws SQLException {
    statement.getParameterMetaData();
    long given = sql.names().stream().filter(values::containsKey).count();
    return new Refusal(
        ErrorType.DATABASE_ERROR,
        "ERROR: bind message supplies %d parameters, but prepared statement requires %d; SQLState: 08P01"
            .formatted(given, sql.names().size()));
  }
}
