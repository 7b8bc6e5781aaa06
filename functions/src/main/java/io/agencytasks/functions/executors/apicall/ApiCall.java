package io.agencytasks.functions.executors.apicall;

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
import io.agencytasks.functions.executors.Auth;
import io.agencytasks.functions.executors.Decoded.Invalid;
import io.agencytasks.functions.executors.Decoded.Valid;
import io.agencytasks.functions.executors.Proof;
import io.agencytasks.functions.executors.Proof.Missing;
import io.agencytasks.functions.executors.Proof.Ready;
import io.agencytasks.functions.outbound.HttpSender;
import io.agencytasks.functions.outbound.Redirects;
import io.agencytasks.functions.outbound.Sent;
import io.agencytasks.functions.outbound.Sent.Answered;
import io.agencytasks.functions.outbound.Sent.Unanswered;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import okhttp3.Request;

/** Sends the HTTP request that a task asks for, once an attempt, and keeps the answer. */
@Singleton
public final class ApiCall implements TaskExecutor {
  /** Leaves the executor time to keep a large body, or to say that the other side was too slow. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final HttpSender sender;
  private final Redirects redirects;
  private final Provider<Vault> vault;

  /**
   * One for all attempts.
   *
   * @param vault is asked for when a call needs a secret: whoever only checks configurations has
   *     none
   */
  ApiCall(HttpSender sender, Redirects redirects, Provider<Vault> vault) {
    this.sender = sender;
    this.redirects = redirects;
    this.vault = vault;
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
    Advice.note(outcome, records.log());
    return outcome;
  }

  private Outcome outcome(ClaimedExecution execution, Records records) throws InterruptedException {
    return switch (ApiCallConfig.decode(execution.config())) {
      case Valid<ApiCallConfig>(var config) -> send(config, execution, records);
      case Invalid<ApiCallConfig>(var faults) -> Advice.correct(faults);
    };
  }

  private Outcome send(ApiCallConfig config, ClaimedExecution execution, Records records)
      throws InterruptedException {
    return switch (Proof.of(
        config.auth(), OutgoingRequest.content(config), execution.userId(), vault)) {
      case Ready(var credential) ->
          send(config, OutgoingRequest.of(config, execution.taskUuid(), credential), records);
      case Missing(var why) -> why;
    };
  }

  private Outcome send(ApiCallConfig config, Request request, Records records)
      throws InterruptedException {
    var verdict = new Verdict(config, records);
    verdict.sending();
    return switch (sent(config, request)) {
      case Answered(var answer, var start, var end) -> verdict.answered(answer, start, end);
      case Unanswered(var outcome) -> outcome;
    };
  }

  private Sent sent(ApiCallConfig config, Request request) throws InterruptedException {
    var credentials = config.auth().map(Auth::header).stream().toList();
    return config.followRedirects()
        ? redirects.follow(request, credentials, config.timeout(), config::reads).sent()
        : sender.send(request, config.timeout(), config::reads);
  }
}
