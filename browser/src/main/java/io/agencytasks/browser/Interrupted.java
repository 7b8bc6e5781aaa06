package io.agencytasks.browser;

import com.microsoft.playwright.PlaywrightException;

/** Playwright hides interruptions among its own failures. */
final class Interrupted {
  private Interrupted() {}

  static boolean by(PlaywrightException failure) {
    return Thread.currentThread().isInterrupted()
        || failure.getCause() instanceof InterruptedException;
  }
}
