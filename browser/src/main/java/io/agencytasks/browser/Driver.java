package io.agencytasks.browser;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Playwright with its process, of one attempt: when it is closed nothing of it is left. It ends by
 * itself, with the browser that it started, when this process dies.
 */
final class Driver implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Driver.class);

  /** Less than an attempt gets to leave once it is interrupted. */
  private static final long PATIENCE_MILLIS = 1_500;

  private final Playwright playwright;
  private final List<ProcessHandle> processes;

  private Driver(Playwright playwright, List<ProcessHandle> processes) {
    this.playwright = playwright;
    this.processes = processes;
  }

  /** Starts one; one after the other, to tell their processes apart. */
  static synchronized Driver start() {
    var before = children();
    try {
      var playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      return new Driver(playwright, since(before));
    } catch (RuntimeException broken) {
      since(before).forEach(ProcessHandle::destroyForcibly);
      throw broken;
    }
  }

  Playwright playwright() {
    return playwright;
  }

  /** Lets it end, so that it clears up, and kills what has not ended soon. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    var all =
        processes.stream().flatMap(it -> Stream.concat(Stream.of(it), it.descendants())).toList();
    Thread.startVirtualThread(this::end);
    if (!ended(all)) {
      all.forEach(ProcessHandle::destroyForcibly);
      ended(all);
      log.atWarn().log("a browser did not end by itself, and was killed");
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    try {
      playwright.close();
    } catch (PlaywrightException gone) {
      log.atDebug().log("the driver was gone before it could be closed");
    }
  }

  private static boolean ended(List<ProcessHandle> all) {
    try {
      CompletableFuture.allOf(
              all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException late) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Set<ProcessHandle> children() {
    return ProcessHandle.current().children().collect(Collectors.toSet());
  }

  private static List<ProcessHandle> since(Set<ProcessHandle> before) {
    return ProcessHandle.current()
        .children()
        .filter(process -> !before.contains(process))
        .filter(Driver::isDriver)
        .toList();
  }

  /** Somebody else may start processes at the same time. */
  private static boolean isDriver(ProcessHandle process) {
    return process
        .info()
        .arguments()
        .map(arguments -> List.of(arguments).contains("run-driver"))
        .orElse(true);
  }
}
