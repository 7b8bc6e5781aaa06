package io.agencytasks.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.functions.executors.browser.BrowserConfig;
import io.agencytasks.functions.executors.browser.BrowserProvider;
import io.agencytasks.functions.executors.browser.Step;
import io.agencytasks.functions.executors.browser.Viewport;
import io.agencytasks.functions.outbound.FilteringProxy;
import io.agencytasks.functions.outbound.OutboundSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import okhttp3.Dns;

/** The Chromium of this machine, without which a test is skipped. */
final class AChromium {
  private AChromium() {}

  static Path program() {
    var program = new Program(new BrowserSettings("", false)).find();
    assumeTrue(program.isPresent(), "There is no Chromium on the PATH: apt-get install chromium");
    return program.orElseThrow();
  }

  /** One behind a proxy that lets it call this machine by its loopback addresses, and no other. */
  static Session open() throws IOException {
    var program = program();
    var proxy = FilteringProxy.start(new OutboundSettings(true), Dns.SYSTEM, new SecureRandom());
    return LocalSession.open(proxy, program, false, config());
  }

  static BrowserConfig config() {
    return new BrowserConfig(
        List.of(new Step.Goto("https://example.com")),
        new Viewport(1280, 800),
        Duration.ofMinutes(1),
        Duration.ofSeconds(20),
        false,
        new BrowserProvider.Local(),
        OnUncertain.RETRY);
  }
}
