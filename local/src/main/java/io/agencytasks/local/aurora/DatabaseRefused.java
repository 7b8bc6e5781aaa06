package io.agencytasks.local.aurora;

/** The database cannot be opened; the message is one sentence or two for whoever started it. */
public final class DatabaseRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  DatabaseRefused(String message) {
    super(message);
  }

  DatabaseRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
