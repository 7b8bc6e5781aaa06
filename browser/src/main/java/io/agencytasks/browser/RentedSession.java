package io.agencytasks.browser;

import io.agencytasks.domain.execution.BrowserSession;
import java.net.URI;

/**
 * A session at a provider of browsers.
 *
 * @param connect where its browser is spoken to; whoever knows it may use the browser
 * @param resumed whether an attempt before this one has left it open
 * @param releasing gives it back
 */
record RentedSession(BrowserSession about, URI connect, boolean resumed, Runnable releasing) {

  void release() {
    releasing.run();
  }

  /** Without the address. */
  @Override
  public String toString() {
    return "RentedSession";
  }
}
