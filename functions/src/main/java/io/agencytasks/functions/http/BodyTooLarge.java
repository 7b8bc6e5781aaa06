package io.agencytasks.functions.http;

/** A body beyond what an endpoint reads. */
final class BodyTooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int mostBytes;

  BodyTooLarge(int mostBytes) {
    super("body too large", null, false, false);
    this.mostBytes = mostBytes;
  }

  int mostBytes() {
    return mostBytes;
  }
}
