package io.agencytasks.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** However an attempt ends, its browser and all of its processes end with it. */
class NothingIsLeftTest {

  @Test
  void a_browser_that_is_closed_is_gone() throws Exception {
    List<ProcessHandle> processes;
    try (var session = AChromium.open()) {
      session.page().navigate("data:text/html,<p>Hello");
      processes = browsers();
      assertThat(processes).isNotEmpty();
    }
    assertGone(processes);
  }

  @Test
  void an_attempt_that_is_interrupted_leaves_at_once_and_its_browser_is_gone() throws Exception {
    AChromium.program();
    var waiting = new CountDownLatch(1);
    var left = new CompletableFuture<Boolean>();
    var attempt =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (var session = AChromium.open()) {
                    waiting.countDown();
                    session.page().waitForTimeout(60_000);
                    left.complete(false);
                  } catch (PlaywrightException stopped) {
                    left.complete(Interrupted.by(stopped));
                  } catch (Exception other) {
                    left.completeExceptionally(other);
                  }
                });
    assertThat(waiting.await(60, TimeUnit.SECONDS)).isTrue();
    var processes = browsers();

    attempt.interrupt();

    assertThat(left.get(5, TimeUnit.SECONDS)).isTrue();
    assertThat(attempt.join(Duration.ofSeconds(5))).isTrue();
    assertThat(processes).isNotEmpty();
    assertGone(processes);
  }

  @Test
  void a_browser_that_hangs_is_killed() throws Exception {
    List<ProcessHandle> processes;
    try (var session = AChromium.open()) {
      processes = browsers();
      session.page().setDefaultTimeout(500);
      assertThatThrownBy(() -> session.page().navigate("data:text/html,<script>for(;;);</script>"))
          .isInstanceOf(PlaywrightException.class);
    }
    assertGone(processes);
  }

  @Test
  void a_browser_that_dies_is_a_failure_like_any_other() throws Exception {
    try (var session = AChromium.open()) {
      browsers().forEach(ProcessHandle::destroyForcibly);

      assertThatThrownBy(() -> session.page().navigate("data:text/html,x"))
          .isInstanceOf(PlaywrightException.class);
    }
    assertThat(browsers()).isEmpty();
  }

  /** What is killed may be listed for a moment longer. */
  private static void assertGone(List<ProcessHandle> processes) {
    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static List<ProcessHandle> browsers() {
    return ProcessHandle.current()
        .descendants()
        .filter(it -> it.info().command().filter(command -> command.contains("chrom")).isPresent())
        .toList();
  }
}
