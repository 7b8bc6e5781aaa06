package io.agencytasks.browser;

import com.microsoft.playwright.PlaywrightException;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.secret.Vault;
import io.agencytasks.functions.executors.browser.BrowserConfig;
import io.agencytasks.functions.executors.browser.BrowserProvider;
import io.agencytasks.functions.executors.browser.BrowserRun;
import io.agencytasks.functions.executors.browser.Step;
import io.agencytasks.functions.executors.browser.Step.Filling.OfSecret;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs each attempt in a browser of its own, of which nothing is left afterwards. */
@Singleton
final class RunInBrowser implements BrowserRun {
  private final Browsers browsers;
  private final Provider<Vault> vault;
  private final Clock clock;

  RunInBrowser(Browsers browsers, Provider<Vault> vault, Clock clock) {
    this.browsers = browsers;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public Outcome run(BrowserConfig config, ClaimedExecution execution, Records records)
      throws InterruptedException {
    return switch (Secrets.of(namesIn(config), execution.userId(), vault)) {
      case Secrets.Found secrets -> withAnswer(config, secrets, execution, records);
      case Secrets.Missing(var why) -> why;
    };
  }

  private Outcome withAnswer(
      BrowserConfig config, Secrets.Found secrets, ClaimedExecution execution, Records records)
      throws InterruptedException {
    return switch (Answer.of(config, execution, records)) {
      case Answer.Text(var text) -> open(config, secrets, Optional.of(text), records);
      case Answer.None() -> open(config, secrets, Optional.empty(), records);
      case Answer.Unusable() ->
          new Outcome.GiveUp(
              new Failure(
                  "INPUT_UNUSABLE",
                  "The input is no text or number that could be filled in. Execute the task again"
                      + " and give it one."));
    };
  }

  private Outcome open(
      BrowserConfig config, Secrets.Found secrets, Optional<String> input, Records records)
      throws InterruptedException {
    Optional<String> before = input.isPresent() ? Diary.sessionBefore(records) : Optional.empty();
    return switch (browsers.open(config, secrets, before)) {
      case Browsers.Opened(var session) -> {
        try (session) {
          yield walk(config, session, secrets, input, records);
        }
      }
      case Browsers.NotOpened(var why) -> why;
    };
  }

  private Outcome walk(
      BrowserConfig config,
      Session session,
      Secrets.Found secrets,
      Optional<String> input,
      Records records)
      throws InterruptedException {
    session.elsewhere().ifPresent(records::note);
    List<String> hidden = new ArrayList<>(secrets.values().values());
    input.ifPresent(hidden::add);
    var redaction = Redaction.of(hidden);
    var typed = new Typed();
    var camera = new Camera(session.page(), typed);
    var haul = new Haul(redaction, records);
    var hands = new Hands(session, secrets, input.orElse(""), typed, camera, haul);
    var recording = new Recording(config.recording(), camera, haul);
    var diary = new Diary(config.steps(), records, session);
    try {
      var stop = new Walk(config, session, hands, diary, recording, input.isPresent(), clock).go();
      if (stop.isPresent() && isFailure(stop.get())) {
        new Evidence(session, camera, redaction, haul).keep();
      }
      recording.keep();
      if (session.refusals() > 0) {
        records
            .log()
            .warn(
                "%d requests of its pages were not let through: their hosts are not on the public internet."
                    .formatted(session.refusals()));
      }
      return stop.orElseGet(
          () ->
              new Outcome.Done(
                  haul.result(session.page().url()), config.steps().size() + " steps taken"));
    } catch (PlaywrightException broken) {
      if (Interrupted.by(broken)) {
        throw new InterruptedException();
      }
      throw broken;
    }
  }

  private static boolean isFailure(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Retry _, Outcome.GiveUp _ -> true;
      case Outcome.Done _, Outcome.NeedsInput _, Outcome.RunLater _, Outcome.Awaits _ -> false;
    };
  }

  private static List<SecretName> namesIn(BrowserConfig config) {
    Stream<SecretName> ofProvider =
        switch (config.provider()) {
          case BrowserProvider.Local() -> Stream.empty();
          case BrowserProvider.Cdp(var url) -> Stream.of(url);
          case BrowserProvider.Browserbase(var apiKey, var _) -> Stream.of(apiKey);
        };
    Stream<SecretName> ofSteps =
        config.steps().stream()
            .flatMap(
                step ->
                    step instanceof Step.Fill(var _, OfSecret(var name))
                        ? Stream.of(name)
                        : Stream.empty());
    return Stream.concat(ofProvider, ofSteps).distinct().toList();
  }
}
