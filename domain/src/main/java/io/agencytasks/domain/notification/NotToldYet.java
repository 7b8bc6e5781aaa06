package io.agencytasks.domain.notification;

/** Somebody is to be told something, and could not be just now: try again. */
public final class NotToldYet extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotToldYet(String code) {
    super("not told yet: " + code);
  }
}
