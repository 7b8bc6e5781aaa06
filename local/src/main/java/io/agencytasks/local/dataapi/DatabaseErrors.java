package io.agencytasks.local.dataapi;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Says in the Data API's words what went wrong in the database or on the way to it. */
final class DatabaseErrors {
  private DatabaseErrors() {}

  static Refusal refusal(SQLException thrown) {
    SQLException error = root(thrown);
    return new Refusal(type(error), text(error), thrown);
  }

  /** What Postgres said, below a batch's or the pool's exception. */
  private static SQLException root(SQLException thrown) {
    if (thrown.getNextException() != null) {
      return root(thrown.getNextException());
    }
    boolean wrapped = !(thrown instanceof PSQLException);
    return wrapped && thrown.getCause() instanceof SQLException cause ? root(cause) : thrown;
  }

  private static ErrorType type(SQLException error) {
    String state = Optional.ofNullable(error.getSQLState()).orElse("");
    return switch (state) {
      case "57014" ->
          text(error).contains("due to user request")
              ? ErrorType.STATEMENT_TIMEOUT
              : ErrorType.DATABASE_ERROR;
      // Starting up, or recovering from a crash: what a paused cluster does when it is woken.
      case "57P03" -> ErrorType.DATABASE_RESUMING;
      case "57P01", "57P02" -> ErrorType.DATABASE_UNAVAILABLE;
      case "53300" -> ErrorType.SERVICE_UNAVAILABLE;
      case "3D000" -> ErrorType.DATABASE_NOT_FOUND;
      case "" ->
          // The pool's own, with no failed connection behind it: all are taken.
          error instanceof SQLTransientConnectionException
              ? ErrorType.SERVICE_UNAVAILABLE
              : ErrorType.DATABASE_UNAVAILABLE;
      default ->
          // A bind that does not fit its statement is 08P01, which has nothing to do with the line.
          state.startsWith("08") && !state.equals("08P01")
              ? ErrorType.DATABASE_UNAVAILABLE
              : ErrorType.DATABASE_ERROR;
    };
  }

  private static String text(SQLException error) {
    if (!(error instanceof PSQLException answered) || answered.getServerErrorMessage() == null) {
      return error.getMessage() + "; SQLState: " + error.getSQLState();
    }
    ServerErrorMessage message = answered.getServerErrorMessage();
    StringBuilder text = new StringBuilder();
    text.append(message.getSeverity()).append(": ").append(message.getMessage());
    Optional.ofNullable(message.getDetail()).ifPresent(it -> text.append("; Detail: ").append(it));
    Optional.ofNullable(message.getHint()).ifPresent(it -> text.append("; Hint: ").append(it));
    if (message.getPosition() > 0) {
      text.append("; Position: ").append(message.getPosition());
    }
    return text.append("; SQLState: ").append(message.getSQLState()).toString();
  }
}
