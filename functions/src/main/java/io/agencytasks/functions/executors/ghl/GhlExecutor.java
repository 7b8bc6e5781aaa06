package io.agencytasks.functions.executors.ghl;

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
import io.agencytasks.functions.executors.ghl.GhlSecrets.Missing;
import io.agencytasks.functions.executors.ghl.GhlSecrets.Ready;
import io.agencytasks.functions.executors.ghl.LocationLimiter.Location;
import io.agencytasks.functions.outbound.HttpSender;
import io.agencytasks.functions.outbound.Sent.Answered;
import io.agencytasks.functions.outbound.Sent.Unanswered;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;

/** Does one thing in GoHighLevel, once an attempt. */
@Singleton
public final class GhlExecutor implements TaskExecutor {
  /** Leaves the executor time to keep a long answer, or to say that the other side was too slow. */
  private static final Duration MARGIN = Duration.ofSeconds(5);

  /** The token's, and the location's. */
  private static final int SECRETS = 2;

  private final HttpSender sender;
  private final Provider<Vault> vault;
  private final LocationLimiter limiter;
  private final HttpUrl base;
  private final Clock clock;

  /**
   * One for all attempts.
   *
   * @param vault is asked for when a call is made: whoever only checks configurations has none
   */
  GhlExecutor(
      HttpSender sender,
      Provider<Vault> vault,
      LocationLimiter limiter,
      GhlSettings settings,
      Clock clock) {
    this.sender = sender;
    this.vault = vault;
    this.limiter = limiter;
    this.base = HttpUrl.get(settings.baseUrl());
    this.clock = clock;
  }

  @Override
  public TaskType type() {
    return TaskType.GHL_ACTION;
  }

  @Override
  public List<Fault> check(Json config) {
    return GhlConfig.decode(config).allFaults();
  }

  @Override
  public OnUncertain onUncertain(Json config) {
    return GhlConfig.decode(config).orElseThrow().onUncertain();
  }

  @Override
  public Duration timeout(Json config) {
    return GhlConfig.decode(config)
        .orElseThrow()
        .timeout()
        .plus(LocationLimiter.PATIENCE)
        .plus(MARGIN)
        .plus(Vault.PATIENCE.multipliedBy(SECRETS));
  }

  @Override
  public Outcome run(ClaimedExecution execution, Records records) throws InterruptedException {
    var outcome =
        switch (GhlConfig.decode(execution.config())) {
          case Valid<GhlConfig>(var config) -> act(config, execution.userId(), records);
          case Invalid<GhlConfig>(var faults) -> Advice.correct(faults);
        };
    Advice.note(outcome, records.log());
    return outcome;
  }

  private Outcome act(GhlConfig config, long userId, Records records) throws InterruptedException {
    return switch (GhlSecrets.of(config, userId, vault)) {
      case Ready ready -> inTurn(config, ready, new Location(userId, ready.location()), records);
      case Missing(var why) -> why;
    };
  }

  private Outcome inTurn(GhlConfig config, Ready secrets, Location location, Records records)
      throws InterruptedException {
    var now = clock.instant();
    var wait = limiter.turn(location, now);
    if (wait.compareTo(LocationLimiter.PATIENCE) > 0) {
      records.log().info("The location has had its requests for now: it is tried again later.");
      return new Outcome.RunLater(now.plus(wait), "The location takes no more requests for now.");
    }
    Thread.sleep(wait);
    records.log().info("Asking GoHighLevel to %s.".formatted(config.name()));
    var call = config.action().call(secrets.location());
    return switch (sender.send(GhlRequest.of(call, base, secrets.token()), config.timeout())) {
      case Answered(var answer, var start, var end) -> {
        if (RateLimit.isUsedUp(answer.headers())) {
          limiter.usedUp(location, end);
        }
        var unspoken = List.of(secrets.token().value(), secrets.location());
        yield new GhlVerdict(config, records, unspoken).of(answer, start, end);
      }
      case Unanswered(var outcome) -> outcome;
    };
  }
}
