package io.agencytasks.browser;

import com.microsoft.playwright.PlaywrightException;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.functions.executors.browser.BrowserConfig;
import io.agencytasks.functions.executors.browser.BrowserProvider;
import io.agencytasks.functions.executors.browser.Step;
import io.agencytasks.functions.outbound.FilteringProxy;
import io.agencytasks.functions.outbound.OutboundSettings;
import io.agencytasks.functions.outbound.UrlGuard;
import io.agencytasks.functions.outbound.WebSocketRelay;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.random.RandomGenerator;
import okhttp3.Dns;

/** Opens browsers, wherever a task wants its own. */
@Singleton
final class Browsers {
  private final Program program;
  private final BrowserSettings settings;
  private final OutboundSettings outbound;
  private final Browserbase browserbase;
  private final RandomGenerator random;

  Browsers(
      Program program,
      BrowserSettings settings,
      OutboundSettings outbound,
      Browserbase browserbase,
      RandomGenerator random) {
    this.program = program;
    this.settings = settings;
    this.outbound = outbound;
    this.browserbase = browserbase;
    this.random = random;
  }

  /** What came of the wish for one. */
  sealed interface Opening {}

  record Opened(Session session) implements Opening {}

  record NotOpened(Outcome why) implements Opening {}

  /**
   * Opens one.
   *
   * @param before the session that the attempt before this one left open, if any
   */
  Opening open(BrowserConfig config, Secrets.Found secrets, Optional<String> before)
      throws InterruptedException {
    try {
      return switch (config.provider()) {
        case BrowserProvider.Local() -> local(config);
        case BrowserProvider.Cdp(var url) -> remote(secrets.of(url), config);
        case BrowserProvider.Browserbase rented ->
            rented(secrets.of(rented.apiKey()), rented.projectId(), config, before);
      };
    } catch (PlaywrightException broken) {
      if (Interrupted.by(broken)) {
        throw new InterruptedException();
      }
      return new NotOpened(
          new Outcome.Retry(
              new Failure("BROWSER_NOT_STARTED", "The browser could not be started or reached."),
              Optional.empty()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Opening local(BrowserConfig config) throws IOException {
    var path = program.find();
    if (path.isEmpty()) {
      return giveUp(
          "NO_BROWSER",
          "There is no Chromium here: install it, as with apt-get install chromium, or set"
              + " BROWSER_PATH to its program. Then execute the task again.");
    }
    var proxy = FilteringProxy.start(outbound, Dns.SYSTEM, random);
    return new Opened(LocalSession.open(proxy, path.get(), settings.sandbox(), config));
  }

  private Opening remote(String url, BrowserConfig config) throws IOException {
    return url.matches("wss?://[^/?#\\s]+\\S*")
        ? connect(URI.create(url), Optional.empty(), config)
        : giveUp(
            "SECRET_UNUSABLE",
            "The secret of provider.url is no address of a browser: it must begin with wss://.");
  }

  private Opening rented(
      String apiKey, String projectId, BrowserConfig config, Optional<String> before)
      throws IOException, InterruptedException {
    if (before.isPresent()) {
      var resumed = browserbase.resume(apiKey, projectId, before.get());
      if (resumed.isPresent()) {
        return connect(resumed.get().connect(), resumed, config);
      }
    }
    boolean keep = config.steps().stream().anyMatch(Step.Pause.class::isInstance);
    return switch (browserbase.rent(apiKey, projectId, keep)) {
      case Browserbase.Rented(var session) ->
          connect(session.connect(), Optional.of(session), config);
      case Browserbase.NotRented(var why) -> new NotOpened(why);
    };
  }

  private Opening connect(URI url, Optional<RentedSession> rented, BrowserConfig config)
      throws IOException {
    var relay = WebSocketRelay.start(url, outbound, Dns.SYSTEM, random);
    var guard = new UrlGuard(outbound, Dns.SYSTEM);
    return new Opened(RemoteSession.open(relay, guard, rented, config));
  }

  private static Opening giveUp(String code, String message) {
    return new NotOpened(new Outcome.GiveUp(new Failure(code, message)));
  }
}
