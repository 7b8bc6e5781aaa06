package io.agencytasks.local.dataapi;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** A parameter's value, bound with exactly one type: Postgres gets no chance to guess. */
sealed interface SqlValue {

  /** Untyped, unless a hint says what it is a null of. */
  record Null(Optional<TypeHint> hint) implements SqlValue {}

  record Bool(boolean value) implements SqlValue {}

  record Bigint(long value) implements SqlValue {}

  record DoublePrecision(double value) implements SqlValue {}

  record Varchar(String value) implements SqlValue {}

  @SuppressWarnings("ArrayRecordComponent") // Read once, compared never.
  record Bytea(byte[] value) implements SqlValue {}

  record Hinted(TypeHint hint, String value) implements SqlValue {}

  /** Sets this value at a position of a statement, counted from 1. */
  default void bind(PreparedStatement statement, int position) throws SQLException {
    switch (this) {
      case Null(var hint) when hint.isPresent() ->
          statement.setObject(position, typed(hint.get(), null));
      case Null _ -> statement.setNull(position, Types.NULL);
      case Bool(var value) -> statement.setBoolean(position, value);
      case Bigint(var value) -> statement.setLong(position, value);
      case DoublePrecision(var value) -> statement.setDouble(position, value);
      case Varchar(var value) -> statement.setString(position, value);
      case Bytea(var value) -> statement.setBytes(position, value);
      case Hinted(var hint, var value) -> statement.setObject(position, typed(hint, value));
    }
  }

  private static PGobject typed(TypeHint hint, @Nullable String value) throws SQLException {
    PGobject object = new PGobject();
    object.setType(hint.postgresType());
    object.setValue(value);
    return object;
  }
}
