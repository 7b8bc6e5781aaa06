package io.agencytasks.functions.executors.extraction;

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
import io.agencytasks.functions.executors.Credential;
import io.agencytasks.functions.executors.Decoded.Invalid;
import io.agencytasks.functions.executors.Decoded.Valid;
import io.agencytasks.functions.executors.Proof;
import io.agencytasks.functions.executors.Proof.Missing;
import io.agencytasks.functions.executors.Proof.Ready;
import io.agencytasks.functions.outbound.OutboundHttp;
import io.agencytasks.functions.outbound.Redirects;
import io.agencytasks.functions.outbound.Sent.Answered;
import io.agencytasks.functions.outbound.Sent.Unanswered;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.Request;
import okio.ByteString;

/** Fetches a page, once an attempt, and takes of it what its task wants. */
@Singleton
public final class DataExtraction implements TaskExecutor {
  /** For reading the page and keeping what was found, after it is there. */
  private static final Duration READING = Duration.ofSeconds(15);

  private final Redirects redirects;
  private final Provider<Vault> vault;

  /**
   * One for all attempts.
   *
   * @param vault is asked for when a call needs a secret: whoever only checks configurations has
   *     none
   */
  DataExtraction(Redirects redirects, Provider<Vault> vault) {
    this.redirects = redirects;
    this.vault = vault;
  }

  @Override
  public TaskType type() {
    return TaskType.DATA_EXTRACTION;
  }

  @Override
  public List<Fault> check(Json config) {
    return ExtractionConfig.decode(config).allFaults();
  }

  /** Looking twice changes nothing. */
  @Override
  public OnUncertain onUncertain(Json config) {
    return OnUncertain.RETRY;
  }

  @Override
  public Duration timeout(Json config) {
    var extraction = ExtractionConfig.decode(config).orElseThrow();
    var whole = extraction.timeout().plus(READING);
    return extraction.auth().isPresent() ? whole.plus(Vault.PATIENCE) : whole;
  }

  @Override
  public Outcome run(ClaimedExecution execution, Records records) throws InterruptedException {
    var outcome =
        switch (ExtractionConfig.decode(execution.config())) {
          case Valid<ExtractionConfig>(var config) -> fetch(config, execution.userId(), records);
          case Invalid<ExtractionConfig>(var faults) -> Advice.correct(faults);
        };
    Advice.note(outcome, records.log());
    return outcome;
  }

  private Outcome fetch(ExtractionConfig config, long userId, Records records)
      throws InterruptedException {
    return switch (Proof.of(config.auth(), ByteString.EMPTY, userId, vault)) {
      case Ready(var credential) -> fetch(config, credential, records);
      case Missing(var why) -> why;
    };
  }

  private Outcome fetch(ExtractionConfig config, Optional<Credential> credential, Records records)
      throws InterruptedException {
    records.log().info("Fetching from %s.".formatted(config.url().host()));
    var arrival =
        redirects.follow(
            request(config, credential),
            credential.map(Credential::header).stream().toList(),
            config.timeout());
    return switch (arrival.sent()) {
      case Answered(var answer, _, var end) ->
          new Judgement(config, records, answer, arrival.url()).of(arrival.hops(), end);
      case Unanswered(var outcome) -> outcome;
    };
  }

  private static Request request(ExtractionConfig config, Optional<Credential> credential) {
    var headers = config.headers().newBuilder();
    if (headers.get("User-Agent") == null) {
      headers.add("User-Agent", OutboundHttp.USER_AGENT);
    }
    credential.ifPresent(proof -> headers.set(proof.header(), proof.value()));
    return new Request.Builder().url(config.url()).headers(headers.build()).build();
  }
}
