package io.agencytasks.functions.executors.apicall;

import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.executors.BodyArtifact;
import io.agencytasks.functions.outbound.Answer;
import io.agencytasks.functions.outbound.RetryAfter;
import java.time.Duration;
import java.time.Instant;

/**
 * Decides what an answer means. Its sentences name the method, the host and the status, but no
 * path, query, header or body: those may hold secrets.
 */
final class Verdict {
  private final ApiCallConfig config;
  private final Records records;
  private final String call;

  Verdict(ApiCallConfig config, Records records) {
    this.config = config;
    this.records = records;
    this.call = config.method() + " " + config.url().host();
  }

  void sending() {
    records.log().info("Sending " + call + ".");
  }

  Outcome answered(Answer answer, Instant start, Instant end) {
    int status = answer.status();
    long millis = Duration.between(start, end).toMillis();
    var summary = "%s answered %d in %d ms".formatted(call, status, millis);
    records.log().info(summary + read(answer));
    if (config.expectedStatus().accepts(status)) {
      return new Outcome.Done(result(answer), summary);
    }
    var failure =
        new Failure(
            "HTTP_" + status,
            "%s answered %d, expected %s. %s"
                .formatted(call, status, config.expectedStatus(), advice(status)));
    return answer.asksForPatience()
        ? new Outcome.Retry(failure, RetryAfter.of(answer.headers(), end), answer.isHearsay())
        : new Outcome.GiveUp(failure);
  }

  private Json result(Answer answer) {
    return config.captureResponse()
        ? ApiCallResult.of(answer, whole -> BodyArtifact.keep("response", whole, records))
        : ApiCallResult.withoutBody(answer);
  }

  private static String read(Answer answer) {
    return answer.body().size() == 0
        ? "."
        : ", %,d bytes%s.".formatted(answer.body().size(), answer.whole() ? "" : " and more");
  }

  private String advice(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 ->
          config.followRedirects()
              ? "It leads to nothing on the web: use the final url, or expect this status."
              : "Redirects are not followed: use the final url, or expect this status.";
      case 401, 403 -> "Check its credentials.";
      case 429, 502, 503, 504 -> "The server is busy or away: try again later.";
      default -> "Check the request, or add the status to expectedStatus if it is right.";
    };
  }
}
