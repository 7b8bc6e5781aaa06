package io.agencytasks.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/** Takes pictures of a page, on which what is secret is covered. */
final class Camera {
  private static final int PATIENCE_MILLIS = 15_000;
  private static final int MOST_TRIES = 20;
  private static final int BETWEEN_TRIES_MILLIS = 100;

  private final Page page;
  private final Typed typed;

  Camera(Page page, Typed typed) {
    this.page = page;
    this.typed = typed;
  }

  /** A PNG of what is to be seen, or of the page from top to bottom. */
  byte[] shoot(boolean fullPage) {
    var options =
        new Page.ScreenshotOptions()
            .setFullPage(fullPage)
            .setMask(typed.on(page))
            .setTimeout(PATIENCE_MILLIS);
    for (int tries = 1; ; tries++) {
      try {
        return page.screenshot(options);
      } catch (PlaywrightException early) {
        if (tries == MOST_TRIES || !nothingIsDrawnYet(early)) {
          throw early;
        }
        page.waitForTimeout(BETWEEN_TRIES_MILLIS);
      }
    }
  }

  /** Chromium's words while it changes to another page, such as its own on an address refused. */
  private static boolean nothingIsDrawnYet(PlaywrightException early) {
    return early.toString().contains("Unable to capture screenshot");
  }
}
