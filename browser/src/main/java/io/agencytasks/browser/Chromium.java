package io.agencytasks.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Proxy;
import io.agencytasks.functions.outbound.FilteringProxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How Chromium is started: so that nothing of it goes past the proxy. */
final class Chromium {
  private static final int START_MILLIS = 30_000;

  private static final List<String> ARGUMENTS =
      List.of(
          // Names are looked up by the proxy alone, and whatever would not go through it goes
          // nowhere.
          "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
          "--dns-prefetch-disable",
          "--disable-quic",
          "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--webrtc-ip-handling-policy=disable_non_proxied_udp",
          // What it would do of its own accord.
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-domain-reliability",
          "--disable-sync",
          "--no-first-run",
          "--no-pings",
          // What small machines do not have.
          "--disable-dev-shm-usage",
          "--disable-gpu");

  private Chromium() {}

  static Browser launch(
      Playwright playwright, Path program, boolean sandbox, FilteringProxy proxy, Path home) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setChromiumSandbox(sandbox)
                .setArgs(ARGUMENTS)
                .setProxy(through(proxy))
                // None of ours: it would hold the function's own rights.
                .setEnv(
                    Map.of(
                        "HOME",
                        home.toString(),
                        "TMPDIR",
                        home.toString(),
                        "PATH",
                        "/usr/local/bin:/usr/bin:/bin",
                        "LANG",
                        "C.UTF-8"))
                .setTimeout(START_MILLIS));
  }

  private static Proxy through(FilteringProxy proxy) {
    return new Proxy("http://127.0.0.1:" + proxy.port())
        .setUsername(proxy.credential().username())
        .setPassword(proxy.credential().password())
        .setBypass("<-loopback>");
  }
}
