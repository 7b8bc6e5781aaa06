package io.agencytasks.functions.executors.custom;

import static java.util.stream.Collectors.joining;

import io.agencytasks.domain.execution.ExecutionLog;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.OutcomeReader;
import io.agencytasks.domain.execution.OutcomeReader.Told.Faulty;
import io.agencytasks.domain.execution.OutcomeReader.Told.Sound;
import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.outbound.Answer;
import io.agencytasks.functions.outbound.RetryAfter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides what an answer means. Its sentences name the host and the status, but nothing of the path
 * or of what was sent.
 *
 * @param call who was called, as sentences have it
 */
record Verdict(String call, Invitation invitation, OutcomeReader outcomes, ExecutionLog log) {
  private static final int ACCEPTED = 202;
  private static final int MAX_BYTES = 64 * 1024;

  /** Whether the body of an answer with this status may hold an outcome. */
  static boolean reads(int status) {
    return status / 100 == 2 && status != ACCEPTED;
  }

  Outcome of(Answer answer, Instant end) {
    int status = answer.status();
    log.info("%s answered %d.".formatted(call, status));
    if (status == ACCEPTED) {
      log.info("Waiting for its callback until %s.".formatted(invitation.expiresAt()));
      return new Outcome.Awaits(invitation.expiresAt());
    }
    if (reads(status)) {
      return told(answer);
    }
    var failure =
        new Failure("HTTP_" + status, "%s answered %d. %s".formatted(call, status, advice(status)));
    return answer.asksForPatience()
        ? new Outcome.Retry(failure, RetryAfter.of(answer.headers(), end), answer.isHearsay())
        : new Outcome.GiveUp(failure);
  }

  private Outcome told(Answer answer) {
    if (answer.body().size() == 0 && answer.whole()) {
      return new Outcome.Done(new Json("null"), "%s answered %d.".formatted(call, answer.status()));
    }
    if (answer.body().size() > MAX_BYTES) {
      return malformed(answer, "it has more than %,d bytes".formatted(MAX_BYTES));
    }
    return utf8(answer)
        .map(text -> read(text, answer))
        .orElseGet(() -> malformed(answer, "it is not UTF-8"));
  }

  private Outcome read(String text, Answer answer) {
    return switch (outcomes.read(text)) {
      case Sound(var outcome) -> outcome;
      case Faulty(var faults) ->
          malformed(
              answer,
              faults.stream()
                  .map(it -> (it.field().isEmpty() ? "it" : it.field()) + " " + it.message())
                  .collect(joining("; ")));
    };
  }

  private Outcome malformed(Answer answer, String why) {
    return new Outcome.GiveUp(
        new Failure(
            "OUTCOME_MALFORMED",
            "%s answered %d with a body that is no outcome: %s. Correct the endpoint, then execute the task again."
                .formatted(call, answer.status(), why)));
  }

  private static Optional<String> utf8(Answer answer) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(answer.body().asByteBuffer()).toString());
    } catch (CharacterCodingException otherwise) {
      return Optional.empty();
    }
  }

  private static String advice(int status) {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> "Redirects are not followed: use the final url.";
      case 400, 401, 403 -> "If it checks signatures, see that it has the same secret.";
      case 429, 502, 503, 504 -> "The server is busy or away: try again later.";
      default -> "Answer 200 with an outcome, or 202 and call back.";
    };
  }
}
