package io.agencytasks.functions.executors.report;

/** The few quiet colours that charts are drawn in, as six hexadecimal digits. */
final class Palette {
  static final String INK = "1f2933";
  static final String QUIET = "6b7785";
  static final String LINE = "d9dee4";
  static final String PAPER = "f5f7f9";
  static final String BAR = "4f7cac";

  private Palette() {}

  /** That of one of our names: well, badly and not at all told apart. */
  static String of(String name) {
    return switch (name) {
      case "completed", "succeeded", "approved" -> "4b9b78";
      case "failed", "timed_out", "lost", "rejected", "critical" -> "c4614f";
      case "high", "overdue", "waiting_input" -> "d69a4c";
      case "cancelled", "deferred", "low", "reopened" -> "a3adb8";
      default -> BAR;
    };
  }
}
