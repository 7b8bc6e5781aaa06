package io.agencytasks.local.dataapi;

/** Ends a call with one of the Data API's errors. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorType type;

  Refusal(ErrorType type, String message) {
    super(message, null, false, false);
    this.type = type;
  }

  Refusal(ErrorType type, String message, Throwable cause) {
    super(message, cause);
    this.type = type;
  }

  ErrorType type() {
    return type;
  }

  String text() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
