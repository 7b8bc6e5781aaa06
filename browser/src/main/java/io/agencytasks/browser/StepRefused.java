package io.agencytasks.browser;

/** A step was taken, but what came of it is no success. */
abstract sealed class StepRefused extends Exception {
  private static final long serialVersionUID = 1;

  /** The server of a page is busy or broken. */
  static final class Answered extends StepRefused {
    private static final long serialVersionUID = 1;

    final int status;

    Answered(int status) {
      this.status = status;
    }
  }

  /** The address is none that may be called. */
  static final class Blocked extends StepRefused {
    private static final long serialVersionUID = 1;
  }

  /** A file cannot be kept; the attempt's log tells why. */
  static final class NotKept extends StepRefused {
    private static final long serialVersionUID = 1;
  }
}
