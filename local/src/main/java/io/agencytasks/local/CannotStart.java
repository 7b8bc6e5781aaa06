package io.agencytasks.local;

/** The laptop cannot start; the message is one sentence or two that say what to do. */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotStart(String message) {
    super(message);
  }

  CannotStart(String message, Throwable cause) {
    super(message, cause);
  }
}
