package io.agencytasks.functions.executors.extraction;

/** A page has, or gives, more than can be read; the message is the end of "The page …". */
final class TooMuchException extends Exception {
  private static final long serialVersionUID = 1;

  TooMuchException(String message) {
    super(message);
  }
}
