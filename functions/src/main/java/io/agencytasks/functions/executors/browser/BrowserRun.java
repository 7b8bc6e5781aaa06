package io.agencytasks.functions.executors.browser;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;

/** Takes the steps in a browser: only who has one is able to. */
public interface BrowserRun {
  Outcome run(BrowserConfig config, ClaimedExecution execution, Records records)
      throws InterruptedException;
}
