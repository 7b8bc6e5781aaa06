package io.agencytasks.functions.executors.custom;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.execution.TaskExecutor;
import io.agencytasks.domain.secret.Vault;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.functions.executors.Advice;
import io.agencytasks.functions.executors.Decoded.Invalid;
import io.agencytasks.functions.executors.Decoded.Valid;
import io.agencytasks.functions.executors.SecretLookup;
import io.agencytasks.functions.executors.SecretLookup.Found;
import io.agencytasks.functions.executors.SecretLookup.Missing;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Posts a task, signed, to its owner's own endpoint, which does it at once or calls back. */
@Singleton
public final class Custom implements TaskExecutor {
  /** Leaves the executor time to note the token, or to say that the other side was too slow. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final Handover handover;
  private final Provider<Vault> vault;

  /**
   * One for all attempts.
   *
   * @param vault is asked for when a task is posted: whoever only checks configurations has none
   */
  Custom(Handover handover, Provider<Vault> vault) {
    this.handover = handover;
    this.vault = vault;
  }

  @Override
  public TaskType type() {
    return TaskType.CUSTOM;
  }

  @Override
  public List<Fault> check(Json config) {
    return CustomConfig.decode(config).allFaults();
  }

  @Override
  public OnUncertain onUncertain(Json config) {
    return CustomConfig.decode(config).orElseThrow().onUncertain();
  }

  @Override
  public Duration timeout(Json config) {
    return CustomConfig.decode(config).orElseThrow().timeout().plus(Vault.PATIENCE).plus(MARGIN);
  }

  @Override
  public Outcome run(ClaimedExecution execution, Records records) throws InterruptedException {
    var outcome = outcome(execution, records);
    Advice.note(outcome, records.log());
    return outcome;
  }

  private Outcome outcome(ClaimedExecution execution, Records records) throws InterruptedException {
    return switch (CustomConfig.decode(execution.config())) {
      case Valid<CustomConfig>(var config) -> handOver(config, execution, records);
      case Invalid<CustomConfig>(var faults) -> Advice.correct(faults);
    };
  }

  private Outcome handOver(CustomConfig config, ClaimedExecution execution, Records records)
      throws InterruptedException {
    return switch (SecretLookup.of(config.secret(), execution.userId(), vault)) {
      case Found(var secret) -> handover.of(config, execution, secret, records);
      case Missing(var why) -> why;
    };
  }
}
