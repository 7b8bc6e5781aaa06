package io.agencytasks.functions.executors;

import io.agencytasks.domain.execution.BrowserSession;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Progress;
import io.agencytasks.domain.execution.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what attempts note for as long as a test runs. */
public record StepsInMemory(List<Progress> noted) implements Steps {

  public StepsInMemory() {
    this(new ArrayList<>());
  }

  @Override
  public boolean note(ClaimedExecution execution, Progress progress) {
    return noted.add(progress);
  }

  @Override
  public void note(ClaimedExecution execution, BrowserSession session) {}

  @Override
  public Optional<Progress> before(ClaimedExecution execution) {
    return noted.isEmpty() ? Optional.empty() : Optional.of(noted.getLast());
  }
}
