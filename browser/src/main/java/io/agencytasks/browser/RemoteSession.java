package io.agencytasks.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.agencytasks.domain.execution.BrowserSession;
import io.agencytasks.functions.executors.browser.BrowserConfig;
import io.agencytasks.functions.outbound.UrlGuard;
import io.agencytasks.functions.outbound.WebSocketRelay;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A browser that somebody else runs, spoken to by the Chrome DevTools Protocol. It is in its
 * provider's network, so no proxy of ours is in its way: each request is asked about instead.
 */
final class RemoteSession implements Session {
  private static final int CONNECT_MILLIS = 30_000;

  private final WebSocketRelay relay;
  private final Driver driver;
  private final UrlGuard guard;
  private final Optional<RentedSession> rented;
  private final Console console = new Console();
  private final AtomicInteger refusals = new AtomicInteger();
  private final Page page;
  private boolean open;

  private RemoteSession(
      WebSocketRelay relay,
      Driver driver,
      UrlGuard guard,
      Optional<RentedSession> rented,
      BrowserConfig config) {
    this.relay = relay;
    this.driver = driver;
    this.guard = guard;
    this.rented = rented;
    var context = context();
    context.setDefaultTimeout((double) config.stepTimeout().toMillis());
    console.listenTo(context);
    context.route("**/*", this::judge);
    page = page(context);
    page.setViewportSize(config.viewport().width(), config.viewport().height());
  }

  /** What is there already is closed if the browser cannot be reached. */
  static RemoteSession open(
      WebSocketRelay relay, UrlGuard guard, Optional<RentedSession> rented, BrowserConfig config) {
    Driver driver = null;
    try {
      driver = Driver.start();
      return new RemoteSession(relay, driver, guard, rented, config);
    } catch (RuntimeException broken) {
      if (driver != null) {
        driver.close();
      }
      relay.close();
      rented.ifPresent(RentedSession::release);
      throw broken;
    }
  }

  /** Providers want their own context to be used; where there is none, one is made. */
  private BrowserContext context() {
    var browser =
        driver
            .playwright()
            .chromium()
            .connectOverCDP(
                relay.url(), new BrowserType.ConnectOverCDPOptions().setTimeout(CONNECT_MILLIS));
    return browser.contexts().isEmpty() ? browser.newContext() : browser.contexts().getFirst();
  }

  /** A rented browser comes with a page. Where others were opened, ours is none that is blank. */
  private Page page(BrowserContext context) {
    if (rented.isEmpty() || context.pages().isEmpty()) {
      return context.newPage();
    }
    return context.pages().stream()
        .filter(it -> !it.url().equals("about:blank"))
        .reduce((_, last) -> last)
        .orElseGet(() -> context.pages().getFirst());
  }

  private void judge(Route route) {
    if (guard.admits(route.request().url())) {
      route.resume();
    } else {
      refusals.incrementAndGet();
      route.abort("blockedbyclient");
    }
  }

  @Override
  public Page page() {
    return page;
  }

  @Override
  public Console console() {
    return console;
  }

  @Override
  public int refusals() {
    return refusals.get();
  }

  @Override
  public Optional<BrowserSession> elsewhere() {
    return rented.map(RentedSession::about);
  }

  @Override
  public boolean resumed() {
    return rented.map(RentedSession::resumed).orElse(false);
  }

  @Override
  public void leaveOpen() {
    open = true;
  }

  @Override
  public void close() {
    driver.close();
    relay.close();
    if (!open) {
      rented.ifPresent(RentedSession::release);
    }
  }
}
