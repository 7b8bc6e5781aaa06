package io.agencytasks.browser;

import com.microsoft.playwright.PlaywrightException;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.functions.executors.browser.BrowserConfig;
import io.agencytasks.functions.executors.browser.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes the steps of one attempt in their order, until one fails, asks or is the last. */
final class Walk {
  private static final Outcome UNWANTED =
      new Outcome.GiveUp(new Failure("CANCELLED", "It was cancelled while it ran."));

  private final Session session;
  private final List<Step> steps;
  private final Hands hands;
  private final Diary diary;
  private final Recording recording;
  private final boolean answered;
  private final Instant end;
  private final Clock clock;
  private boolean acted;

  /**
   * Of a configuration.
   *
   * @param answered whether a person has answered to the pause
   */
  Walk(
      BrowserConfig config,
      Session session,
      Hands hands,
      Diary diary,
      Recording recording,
      boolean answered,
      Clock clock) {
    this.session = session;
    this.steps = config.steps();
    this.hands = hands;
    this.diary = diary;
    this.recording = recording;
    this.answered = answered;
    this.clock = clock;
    this.end = clock.instant().plus(config.timeout());
  }

  /** The verdict on the steps; empty when all of them are taken. */
  Optional<Outcome> go() throws InterruptedException {
    for (int i = session.resumed() ? pause() : 0; i < steps.size(); i++) {
      if (!diary.at(i)) {
        return Optional.of(UNWANTED);
      }
      var stop = take(steps.get(i), i);
      if (stop.isPresent()) {
        return stop;
      }
    }
    return diary.at(steps.size()) ? Optional.empty() : Optional.of(UNWANTED);
  }

  private Optional<Outcome> take(Step step, int i) throws InterruptedException {
    if (clock.instant().isAfter(end)) {
      return Optional.of(new Trouble(i, steps.size(), step, acted).outOfTime());
    }
    if (step instanceof Step.Pause pause && !answered) {
      return Optional.of(ask(pause, i));
    }
    acted |= step.kind().acts();
    var trouble = new Trouble(i, steps.size(), step, acted);
    int refusals = session.refusals();
    Instant began = clock.instant();
    try {
      hands.take(step, i);
      recording.add();
      diary.done(i, millisSince(began));
      return Optional.empty();
    } catch (PlaywrightException failure) {
      if (Interrupted.by(failure)) {
        throw new InterruptedException();
      }
      diary.failed(i, millisSince(began));
      return Optional.of(trouble.of(failure, session.refusals() > refusals));
    } catch (StepRefused refused) {
      diary.failed(i, millisSince(began));
      return Optional.of(trouble.of(refused));
    }
  }

  private Outcome ask(Step.Pause pause, int i) {
    session.leaveOpen();
    return diary.asked(i)
        ? new Outcome.NeedsInput(pause.prompt(), pause.patience().map(clock.instant()::plus))
        : UNWANTED;
  }

  /** Where the attempt before this one stopped. */
  private int pause() {
    return steps.indexOf(
        steps.stream().filter(Step.Pause.class::isInstance).findFirst().orElseThrow());
  }

  private long millisSince(Instant began) {
    return Duration.between(began, clock.instant()).toMillis();
  }
}
