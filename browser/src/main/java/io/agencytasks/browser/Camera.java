package io.agencytasks.browser;

import com.microsoft.playwright.Page;

/** Takes pictures of a page, on which what is secret is covered. */
final class Camera {
  private static final int PATIENCE_MILLIS = 15_000;

  private final Page page;
  private final Typed typed;

  Camera(Page page, Typed typed) {
    this.page = page;
    this.typed = typed;
  }

  /** A PNG of what is to be seen, or of the page from top to bottom. */
  byte[] shoot(boolean fullPage) {
    return page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(fullPage)
            .setMask(typed.on(page))
            .setTimeout(PATIENCE_MILLIS));
  }
}
