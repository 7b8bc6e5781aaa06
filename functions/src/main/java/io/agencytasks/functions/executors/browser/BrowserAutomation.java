package io.agencytasks.functions.executors.browser;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.execution.TaskExecutor;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.functions.executors.Advice;
import io.agencytasks.functions.executors.Decoded.Invalid;
import io.agencytasks.functions.executors.Decoded.Valid;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Takes the steps that a task asks for, in a browser of its own. */
@Singleton
public final class BrowserAutomation implements TaskExecutor {
  /** Leaves time to start a browser, and to keep what a failed step leaves behind. */
  private static final Duration MARGIN = Duration.ofSeconds(45);

  private final BeanProvider<BrowserRun> browser;

  /**
   * One for all attempts.
   *
   * @param browser is asked for where a task runs: in the zip of the other functions there is none,
   *     and a plain provider would already fail there
   */
  BrowserAutomation(BeanProvider<BrowserRun> browser) {
    this.browser = browser;
  }

  @Override
  public TaskType type() {
    return TaskType.BROWSER_AUTOMATION;
  }

  @Override
  public List<Fault> check(Json config) {
    return BrowserConfig.decode(config).allFaults();
  }

  @Override
  public OnUncertain onUncertain(Json config) {
    return BrowserConfig.decode(config).orElseThrow().onUncertain();
  }

  @Override
  public Duration timeout(Json config) {
    return BrowserConfig.decode(config).orElseThrow().timeout().plus(MARGIN);
  }

  @Override
  public Outcome run(ClaimedExecution execution, Records records) throws InterruptedException {
    var outcome =
        switch (BrowserConfig.decode(execution.config())) {
          case Valid<BrowserConfig>(var config) -> browser.get().run(config, execution, records);
          case Invalid<BrowserConfig>(var faults) -> Advice.correct(faults);
        };
    Advice.note(outcome, records.log());
    return outcome;
  }
}
