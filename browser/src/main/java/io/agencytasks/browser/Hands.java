package io.agencytasks.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.agencytasks.functions.executors.browser.OwnFiles;
import io.agencytasks.functions.executors.browser.Step;
import io.agencytasks.functions.executors.browser.Step.Awaited;
import io.agencytasks.functions.executors.browser.Step.Content;
import io.agencytasks.functions.executors.browser.Step.Filling;
import io.agencytasks.functions.executors.browser.Step.Taken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/** Takes one step after the other on a page; each has the page's default timeout. */
final class Hands {
  private final Page page;
  private final Secrets.Found secrets;
  private final String input;
  private final Typed typed;
  private final Camera camera;
  private final Haul haul;
  private final Map<String, byte[]> downloads = new HashMap<>();
  private final IntSupplier refusals;
  private boolean downloading;

  /**
   * For one attempt.
   *
   * @param input what the person answered to the pause; empty where nobody has
   */
  Hands(
      Session session, Secrets.Found secrets, String input, Typed typed, Camera camera, Haul haul) {
    this.page = session.page();
    this.refusals = session::refusals;
    this.secrets = secrets;
    this.input = input;
    this.typed = typed;
    this.camera = camera;
    this.haul = haul;
    page.onDownload(this::refuseUnlessWanted);
  }

  /**
   * Takes a step, counted from 0.
   *
   * @throws com.microsoft.playwright.PlaywrightException where it cannot be taken
   */
  void take(Step step, int index) throws StepRefused {
    switch (step) {
      case Step.Goto(var url) -> open(url);
      case Step.Click(var selector) -> page.locator(selector).click();
      case Step.Fill(var selector, var with) -> page.locator(selector).fill(text(selector, with));
      case Step.Select(var selector, var value) -> page.locator(selector).selectOption(value);
      case Step.Check(var selector, var checked) -> page.locator(selector).setChecked(checked);
      case Step.Press(var selector, var key) ->
          selector.ifPresentOrElse(
              it -> page.locator(it).press(key), () -> page.keyboard().press(key));
      case Step.Upload(var selector, var name, var content) ->
          page.locator(selector)
              .setInputFiles(new FilePayload(name, MediaTypes.of(name), bytes(content)));
      case Step.WaitFor(var what) -> await(what);
      case Step.AssertText(var selector, var text) ->
          page.locator(selector.orElse("body"))
              .filter(new Locator.FilterOptions().setHasText(text))
              .first()
              .waitFor();
      case Step.Extract(var name, var selector, var as) -> extract(name, selector, as);
      case Step.Screenshot shot ->
          keep(OwnFiles.of(shot, index), "image/png", camera.shoot(shot.fullPage()));
      case Step.Download(var selector, var name) -> download(selector, name);
      case Step.Pause _ -> {}
    }
  }

  private void open(String url) throws StepRefused {
    int before = refusals.getAsInt();
    var response = page.navigate(url);
    int status = response == null ? 200 : response.status();
    if (status == 403 && refusals.getAsInt() > before) {
      throw new StepRefused.Blocked();
    }
    if (status == 429 || status >= 500) {
      throw new StepRefused.Answered(status);
    }
  }

  private String text(String selector, Filling with) {
    return switch (with) {
      case Filling.Text(var value) -> value;
      case Filling.OfSecret(var name) -> covered(selector, secrets.of(name));
      case Filling.OfInput() -> covered(selector, input);
    };
  }

  private String covered(String selector, String value) {
    typed.note(selector, value);
    return value;
  }

  private byte[] bytes(Content content) {
    return switch (content) {
      case Content.Text(var text) -> text.getBytes(StandardCharsets.UTF_8);
      case Content.OfDownload(var name) -> downloads.getOrDefault(name, new byte[0]);
    };
  }

  private void await(Awaited what) {
    switch (what) {
      case Awaited.Element(var selector) -> page.locator(selector).first().waitFor();
      case Awaited.Address(var pattern) -> page.waitForURL(pattern);
      case Awaited.Time(var time) -> page.waitForTimeout((double) time.toMillis());
    }
  }

  private void extract(String name, String selector, Taken as) {
    var element = page.locator(selector);
    switch (as) {
      case Taken.Text() -> haul.extracted(name, element.innerText());
      case Taken.Attribute(var attribute) -> {
        var value = element.getAttribute(attribute);
        haul.extracted(name, value == null ? "" : value);
      }
      case Taken.Html() -> haul.extracted(name, element.innerHTML());
      case Taken.All() -> {
        element
            .first()
            .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        haul.extracted(name, element.allInnerTexts());
      }
    }
  }

  private void download(String selector, String name) throws StepRefused {
    downloading = true;
    try {
      var download = page.waitForDownload(() -> page.locator(selector).click());
      var content = Files.readAllBytes(download.path());
      downloads.put(name, content);
      keep(name, MediaTypes.of(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      downloading = false;
    }
  }

  private void keep(String name, String contentType, byte[] content) throws StepRefused {
    if (!haul.keep(name, contentType, content)) {
      throw new StepRefused.NotKept();
    }
  }

  /** A page may give what nobody has asked for: it is not taken. */
  private void refuseUnlessWanted(Download download) {
    if (!downloading) {
      download.cancel();
    }
  }
}
