package io.agencytasks.functions.executors.ghl;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.functions.outbound.Answer;
import io.agencytasks.functions.outbound.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what GoHighLevel's answer means. */
final class GhlVerdict {
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private final GhlConfig config;
  private final Records records;
  private final List<String> secrets;

  /**
   * Of the answers to this configuration.
   *
   * @param secrets what they may repeat and nobody may read
   */
  GhlVerdict(GhlConfig config, Records records, List<String> secrets) {
    this.config = config;
    this.records = records;
    this.secrets = secrets;
  }

  Outcome of(Answer answer, Instant start, Instant end) {
    int status = answer.status();
    var summary =
        "GoHighLevel answered %s with %d in %d ms"
            .formatted(config.name(), status, Duration.between(start, end).toMillis());
    records.log().info(summary + ".");
    var said = new GhlAnswer(answer, secrets);
    if (status / 100 == 2) {
      return new Outcome.Done(said.result(config.name(), config.action().ids(), records), summary);
    }
    if (status == TOO_MANY) {
      return new Outcome.Retry(
          failure(status, "The location has had all requests that it may have for now."),
          Optional.of(RateLimit.wait(answer.headers(), end)));
    }
    return status / 100 == 5
        ? new Outcome.Retry(
            failure(status, "GoHighLevel is busy or away: try again later."),
            RetryAfter.of(answer.headers(), end),
            status != UNAVAILABLE)
        : new Outcome.GiveUp(failure(status, advice(status) + said(said.message())));
  }

  private Failure failure(int status, String advice) {
    return new Failure(
        "HTTP_" + status,
        "GoHighLevel answered %s with %d. %s".formatted(config.name(), status, advice));
  }

  private static String said(String message) {
    return message.isEmpty() ? "" : " It says: " + message;
  }

  private static String advice(int status) {
    return switch (status) {
      case 401, 403 -> "Check the token, its scopes and its location.";
      case 404 -> "Check the ids: there is nothing by one of them.";
      default -> "Check what the task asks for.";
    };
  }
}
