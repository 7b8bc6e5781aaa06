package io.agencytasks.local.spine;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.agencytasks.local.SharedCloud;
import io.agencytasks.local.contract.Contract;
import io.agencytasks.local.contract.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page at /docs as somebody with a browser has it. */
@Tag("NFR-035")
class DocsPageTest {
  private static final String API = SharedCloud.cloud().apiUri().toString();

  private static Playwright playwright;
  private static Browser chromium;

  private final List<String> requested = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private Page page;

  @BeforeAll
  static void start() {
    Path program = AChromium.orSkip();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setChromiumSandbox(false)
                    .setArgs(
                        List.of(
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-gpu",
                            "--disable-sync",
                            "--no-first-run")));
  }

  @AfterAll
  static void stop() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void open() {
    page = chromium.newPage();
    page.onRequest(request -> requested.add(request.url()));
    page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
    page.onPageError(complaints::add);
    page.navigate(API + "/docs");
    assertThat(page.locator(".opblock"))
        .hasCount(Contract.ours().operations().size() + Contract.ours().messages());
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void it_shows_every_operation_in_its_group() {
    assertThat(page).hasTitle("Agency Tasks API");
    assertThat(page.locator(".info h1")).containsText("Agency Tasks");
    for (Operation operation : Contract.ours().operations()) {
      assertThat(page.locator("[id^=operations-][id$='-" + operation.id() + "']"))
          .containsText(operation.path());
    }
    assertNothingForeign();
  }

  @Test
  void an_operation_opens_with_all_that_there_is_to_know() {
    for (Operation operation : Contract.ours().operations()) {
      Locator block = opened(operation.id());

      assertThat(block.locator(".responses-table").first()).isVisible();
      assertThat(block.locator("[data-param-name]").all())
          .as(operation.id())
          .extracting(parameter -> parameter.getAttribute("data-param-name"))
          .containsExactlyInAnyOrderElementsOf(operation.parameterNames());
      close(block);
    }
    assertNothingForeign();
  }

  @Test
  void it_lets_somebody_with_a_token_try_it_out() {
    page.locator(".auth-wrapper .authorize").first().click();
    page.locator(".auth-container input").fill(Caller.somebody().token());
    page.locator(".auth-btn-wrapper .authorize").click();
    page.locator(".auth-btn-wrapper .btn-done").click();
    Locator block = opened("CreateTask");

    block.locator(".try-out__btn").click();
    block.locator(".execute").click();

    assertThat(block.locator(".live-responses-table .response-col_status").nth(1))
        .containsText("201");
    assertThat(block.locator(".live-responses-table")).containsText("Call Mrs Okafor back");
    assertNothingForeign();
  }

  private Locator opened(String operation) {
    Locator block = page.locator("[id^=operations-][id$='-" + operation + "']");
    block.locator(".opblock-summary-control").click();
    return block;
  }

  /** The fewer are open, the faster is the page. */
  private static void close(Locator block) {
    block.locator(".opblock-summary-control").click();
    assertThat(block.locator(".responses-table")).hasCount(0);
  }

  private void assertNothingForeign() {
    assertThat(requested)
        .isNotEmpty()
        .allMatch(url -> url.startsWith(API + "/") || url.startsWith("data:"));
    assertThat(complaints).isEmpty();
  }
}
