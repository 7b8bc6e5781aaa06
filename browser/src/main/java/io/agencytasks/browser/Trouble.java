package io.agencytasks.browser;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.functions.executors.browser.Step;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides what it means that a step was not taken. Its sentences name the step by its number and
 * kind; what Playwright says repeats what was typed, so only its kind is looked at.
 */
record Trouble(int index, int total, Step step, boolean acted) {
  private static final Pattern NETWORK = Pattern.compile("net::(ERR_[A-Z0-9_]+)");
  private static final Pattern SELECTOR =
      Pattern.compile(
          "not a valid selector|Unknown engine|Unexpected token|Unsupported"
              + " token|Malformed|Unexpected end of selector|while parsing");
  private static final Pattern IMPOSSIBLE =
      Pattern.compile("Element is not an? |Not a checkbox|Unknown key|Input of type");
  private static final Pattern GONE =
      Pattern.compile("crashed|has been closed|pipe closed|connection closed");

  /**
   * What it means.
   *
   * @param refused whether the page wanted to go where it may not since the step began
   */
  Outcome of(PlaywrightException failure, boolean refused) {
    var message = failure.getMessage() == null ? "" : failure.getMessage();
    var network = NETWORK.matcher(message);
    if (failure instanceof TimeoutError) {
      return step instanceof Step.AssertText
          ? giveUp("TEXT_NOT_FOUND", "the text is not on the page. Look at failure.png")
          : retry("STEP_TIMED_OUT", "it was not done in time. Is its selector right?");
    }
    if (network.find()) {
      return refused
          ? blocked()
          : retry(network.group(1), "the page could not be opened. Check that the server is up");
    }
    if (message.contains("strict mode violation")) {
      return giveUp("SELECTOR_AMBIGUOUS", "its selector means several elements. Make it narrower");
    }
    if (SELECTOR.matcher(message).find()) {
      return giveUp("SELECTOR_INVALID", "its selector cannot be read. Correct it");
    }
    if (IMPOSSIBLE.matcher(message).find()) {
      return giveUp("STEP_IMPOSSIBLE", "nothing like it can be done with this element");
    }
    if (GONE.matcher(message).find()) {
      return retry("BROWSER_GONE", "the page or its browser broke down");
    }
    return retry("STEP_FAILED", "it could not be taken. Look at failure.png");
  }

  Outcome of(StepRefused refused) {
    return switch (refused) {
      case StepRefused.Answered answered ->
          retry(
              "HTTP_" + answered.status,
              "the server answered %d. It is busy or broken".formatted(answered.status));
      case StepRefused.Blocked _ -> blocked();
      case StepRefused.NotKept _ ->
          giveUp("FILE_NOT_KEPT", "its file could not be kept; the log tells why");
    };
  }

  private Outcome blocked() {
    return giveUp(
        "ADDRESS_BLOCKED", "the page was not opened. Use a public host on port 80 or 443");
  }

  Outcome outOfTime() {
    return retry("TIMED_OUT", "the steps took longer than timeoutSeconds allows");
  }

  private Outcome retry(String code, String why) {
    return new Outcome.Retry(failure(code, why), Optional.empty(), acted);
  }

  private Outcome giveUp(String code, String why) {
    return new Outcome.GiveUp(failure(code, why));
  }

  private Failure failure(String code, String why) {
    var at = "Step %d of %d, %s: ".formatted(index + 1, total, step.kind());
    return new Failure(code, at + why + ".");
  }
}
