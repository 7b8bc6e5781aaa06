package io.agencytasks.functions.executors.browser;

import java.util.Set;

/** What the files are called that an attempt itself leaves. */
public final class OwnFiles {
  public static final String FAILURE = "failure.png";
  public static final String FAILURE_PAGE = "failure-page.txt";
  public static final String FAILURE_CONSOLE = "failure-console.txt";
  public static final String EXTRACTED = "extracted.json";
  public static final String RECORDING = "recording.gif";

  static final Set<String> NAMES =
      Set.of(FAILURE, FAILURE_PAGE, FAILURE_CONSOLE, EXTRACTED, RECORDING);

  private OwnFiles() {}

  /** A screenshot of a step, counted from 0. */
  public static String of(Step.Screenshot shot, int index) {
    return shot.name().orElseGet(() -> "step-" + (index + 1)) + ".png";
  }
}
