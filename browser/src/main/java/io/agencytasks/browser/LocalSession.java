package io.agencytasks.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import io.agencytasks.functions.executors.browser.BrowserConfig;
import io.agencytasks.functions.outbound.FilteringProxy;
import java.nio.file.Path;
import java.util.List;

/** A Chromium on this machine behind a proxy, both of this attempt alone. */
final class LocalSession implements Session {
  private final Folder folder;
  private final FilteringProxy proxy;
  private final Driver driver;
  private final Page page;
  private final Console console = new Console();

  /** What is there is closed with it, and before that if it cannot be opened. */
  private LocalSession(
      Folder folder,
      FilteringProxy proxy,
      Driver driver,
      Path program,
      boolean sandbox,
      BrowserConfig config) {
    this.folder = folder;
    this.proxy = proxy;
    this.driver = driver;
    var browser = Chromium.launch(driver.playwright(), program, sandbox, proxy, folder.path());
    var context = context(browser, config);
    console.listenTo(context);
    page = context.newPage();
  }

  static LocalSession open(
      FilteringProxy proxy, Path program, boolean sandbox, BrowserConfig config) {
    var folder = Folder.make();
    Driver driver = null;
    try {
      driver = Driver.start();
      return new LocalSession(folder, proxy, driver, program, sandbox, config);
    } catch (RuntimeException broken) {
      if (driver != null) {
        driver.close();
      }
      proxy.close();
      folder.delete();
      throw broken;
    }
  }

  private static BrowserContext context(Browser browser, BrowserConfig config) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(config.viewport().width(), config.viewport().height())
                .setAcceptDownloads(true)
                .setPermissions(List.of())
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
    context.setDefaultTimeout((double) config.stepTimeout().toMillis());
    return context;
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
    return proxy.refusals();
  }

  @Override
  public void close() {
    proxy.close();
    driver.close();
    folder.delete();
  }
}
