package io.agencytasks.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import io.agencytasks.functions.executors.browser.OwnFiles;

/** What a failed step leaves for whoever wants to know why: each as far as it is to be had. */
record Evidence(Session session, Camera camera, Redaction redaction, Haul haul) {
  private static final int MOST_TEXT = 64 * 1024;
  private static final int PATIENCE_MILLIS = 5_000;

  void keep() {
    try {
      haul.keep(OwnFiles.FAILURE, "image/png", camera.shoot(false));
    } catch (PlaywrightException gone) {
      unlessInterrupted(gone);
    }
    try {
      var text =
          session
              .page()
              .locator("body")
              .innerText(new Locator.InnerTextOptions().setTimeout(PATIENCE_MILLIS));
      keep(OwnFiles.FAILURE_PAGE, text);
    } catch (PlaywrightException gone) {
      unlessInterrupted(gone);
    }
    keep(OwnFiles.FAILURE_CONSOLE, session.console().text());
  }

  private void keep(String name, String text) {
    var redacted = redaction.of(text);
    var cut = redacted.substring(0, Math.min(MOST_TEXT, redacted.length()));
    haul.keep(name, "text/plain; charset=utf-8", cut.getBytes(UTF_8));
  }

  /** Nobody waits any more for an attempt that was interrupted. */
  private static void unlessInterrupted(PlaywrightException gone) {
    if (Interrupted.by(gone)) {
      throw gone;
    }
  }
}
