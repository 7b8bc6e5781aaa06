package io.agencytasks.functions.executors.apicall;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.ExecutionLog;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.execution.TaskExecutor;
import io.agencytasks.domain.secret.Vault;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.functions.executors.Decoded.Invalid;
import io.agencytasks.functions.executors.Decoded.Valid;
import io.agencytasks.functions.executors.apicall.Proof.Missing;
import io.agencytasks.functions.executors.apicall.Proof.Ready;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Sends the HTTP request that a task asks for, once an attempt, and keeps the answer. */
@Singleton
public final class ApiCall implements TaskExecutor {
  /** Leaves the executor time to keep a large body, or to say that the other side was too slow. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final OkHttpClient client;
  private final Provider<Vault> vault;
  private final Clock clock;

  /**
   * One for all attempts.
   *
   * @param vault is asked for when a call needs a secret: whoever only checks configurations has
   *     none
   */
  ApiCall(OkHttpClient client, Provider<Vault> vault, Clock clock) {
    this.client = client.newBuilder().addNetworkInterceptor(Departure::note).build();
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public TaskType type() {
    return TaskType.API_CALL;
  }

  @Override
  public List<Fault> check(Json config) {
    return ApiCallConfig.decode(config).allFaults();
  }

  @Override
  public OnUncertain onUncertain(Json config) {
    return ApiCallConfig.decode(config).orElseThrow().onUncertain();
  }

  @Override
  public Duration timeout(Json config) {
    var call = ApiCallConfig.decode(config).orElseThrow();
    var whole = call.timeout().plus(MARGIN);
    return call.auth().isPresent() ? whole.plus(Vault.PATIENCE) : whole;
  }

  @Override
  public Outcome run(ClaimedExecution execution, Records records) throws InterruptedException {
    var outcome = outcome(execution, records);
    note(outcome, records.log());
    return outcome;
  }

  private Outcome outcome(ClaimedExecution execution, Records records) throws InterruptedException {
    return switch (ApiCallConfig.decode(execution.config())) {
      case Valid<ApiCallConfig>(var config) -> send(config, execution, records);
      case Invalid<ApiCallConfig>(var faults) ->
          new Outcome.GiveUp(new Failure("INVALID_CONFIG", sentence(faults)));
    };
  }

  private Outcome send(ApiCallConfig config, ClaimedExecution execution, Records records)
      throws InterruptedException {
    return switch (Proof.of(config, execution.userId(), vault)) {
      case Ready(var credential) ->
          send(config, OutgoingRequest.of(config, execution.taskUuid(), credential), records);
      case Missing(var why) -> why;
    };
  }

  private Outcome send(ApiCallConfig config, Request request, Records records)
      throws InterruptedException {
    var departure = new Departure();
    var verdict = new Verdict(config, departure, records);
    var call = client.newCall(departure.of(request));
    verdict.sending();
    Instant start = clock.instant();
    try {
      var answer = new Exchange(call, config).await();
      return verdict.answered(answer, start, clock.instant());
    } catch (TimeoutException _) {
      return verdict.timedOut();
    } catch (IOException failure) {
      return verdict.failed(failure);
    }
  }

  /** What went right has been noted on the way. */
  private static void note(Outcome outcome, ExecutionLog log) {
    switch (outcome) {
      case Outcome.Retry(var why, var after, _) -> {
        log.warn(why.message());
        after.ifPresent(
            wait -> log.info("It asks to be called again in %d s.".formatted(wait.toSeconds())));
      }
      case Outcome.GiveUp(var why) -> log.warn(why.message());
      case Outcome.Done _, Outcome.NeedsInput _, Outcome.RunLater _ -> {}
    }
  }

  private static String sentence(List<Fault> faults) {
    return faults.stream()
        .map(fault -> fault.field() + " " + fault.message())
        .collect(Collectors.joining("; ", "Correct the task: ", "."));
  }
}
