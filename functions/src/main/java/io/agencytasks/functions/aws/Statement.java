package io.agencytasks.functions.aws;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

/**
 * One SQL statement with its named parameters. Strings reach Postgres as varchar: a time, uuid or
 * document is cast in the SQL.
 *
 * @param repeatable whether running it twice does no more than running it once
 */
public record Statement(String sql, boolean repeatable, List<SqlParameter> parameters) {

  /** A statement that only reads, or whose guards make a second run harmless. */
  public static Statement repeatable(String sql) {
    return new Statement(sql, true, List.of());
  }

  /** A statement that must not run again when it may have run already. */
  public static Statement once(String sql) {
    return new Statement(sql, false, List.of());
  }

  /** The same, now that something else makes a second run harmless. */
  public Statement madeRepeatable() {
    return new Statement(sql, true, parameters);
  }

  public Statement text(String name, @Nullable String value) {
    return with(
        name, value == null ? Field.builder().isNull(true).build() : Field.fromStringValue(value));
  }

  public Statement number(String name, long value) {
    return with(name, Field.fromLongValue(value));
  }

  public Statement flag(String name, boolean value) {
    return with(name, Field.fromBooleanValue(value));
  }

  private Statement with(String name, Field value) {
    var more = new ArrayList<>(parameters);
    more.add(SqlParameter.builder().name(name).value(value).build());
    return new Statement(sql, repeatable, List.copyOf(more));
  }
}
