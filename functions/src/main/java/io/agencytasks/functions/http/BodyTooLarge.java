package io.agencytasks.functions.http;

/** A body beyond what any endpoint reads. */
final class BodyTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;

  BodyTooLarge() {
    super("body too large", null, false, false);
  }
}
