package io.agencytasks.local.dataapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An ExecuteStatement that somebody sent, to be run past the endpoint: same SQL, same binding. */
public final class RecordedStatement {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final NamedSql sql;
  private final List<Call.Parameter> parameters;

  private RecordedStatement(NamedSql sql, List<Call.Parameter> parameters) {
    this.sql = sql;
    this.parameters = parameters;
  }

  /** The statement in the body of a call. */
  public static RecordedStatement of(byte[] body) throws IOException {
    Call call = JSON.readValue(body, Call.class);
    List<Call.Parameter> parameters = call.parameters();
    return new RecordedStatement(
        NamedSql.parse(call.requiredSql()), parameters == null ? List.of() : parameters);
  }

  /**
   * The same, with another number wherever a parameter is this one, or a text that has it in it.
   */
  public RecordedStatement with(long number, long other) {
    return new RecordedStatement(
        sql, parameters.stream().map(parameter -> with(number, other, parameter)).toList());
  }

  private static Call.Parameter with(long number, long other, Call.Parameter parameter) {
    JsonNode value = parameter.value();
    if (value == null) {
      return parameter;
    }
    ObjectNode changed = value.deepCopy();
    if (value.path("longValue").asLong(~number) == number) {
      changed.put("longValue", other);
    }
    if (value.has("stringValue")) {
      changed.put(
          "stringValue",
          value.get("stringValue").asText().replaceAll("\\b%d\\b".formatted(number), "" + other));
    }
    return new Call.Parameter(parameter.name(), changed, parameter.typeHint());
  }

  /** Runs it and reads every row to its end. */
  public void run(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.jdbc())) {
      Bindings.of(sql, parameters).bind(statement);
      if (statement.execute()) {
        read(statement.getResultSet());
      }
    }
  }

  /** Runs it, and says as JSON how Postgres went about it. */
  public String explained(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("explain (analyze, buffers, format json) " + sql.jdbc())) {
      Bindings.of(sql, parameters).bind(statement);
      try (ResultSet plan = statement.executeQuery()) {
        plan.next();
        return plan.getString(1);
      }
    }
  }

  private static void read(@Nullable ResultSet rows) throws SQLException {
    while (rows != null && rows.next()) {
      for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
        rows.getString(column);
      }
    }
  }
}
