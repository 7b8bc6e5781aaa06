package io.agencytasks.functions.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.agencytasks.domain.execution.Ending;
import io.agencytasks.domain.execution.ExecutionLog.Line;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Outcome.Awaits;
import io.agencytasks.domain.execution.Outcome.Done;
import io.agencytasks.domain.execution.Outcome.GiveUp;
import io.agencytasks.domain.execution.Outcome.NeedsInput;
import io.agencytasks.domain.execution.Outcome.Retry;
import io.agencytasks.domain.execution.Outcome.RunLater;
import io.agencytasks.domain.execution.Traces;
import io.agencytasks.domain.task.ExecutionStatus;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** Endings as the document that the settle reads; what an outcome does not have is left out. */
@Singleton
final class EndingRows {
  /** The wait after a first failure; each further one doubles it, and chance shortens it. */
  private static final Duration BACKOFF = Duration.ofSeconds(10);

  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(15);

  /** No other side may put a task off for longer. */
  private static final Duration LONGEST_ASKED = Duration.ofDays(1);

  private static final int MAX_SUMMARY = 1000;
  private static final int MAX_MESSAGE = 2000;
  private static final int MAX_CODE = 100;

  private final RandomGenerator random;

  EndingRows(RandomGenerator random) {
    this.random = random;
  }

  String of(List<Ending> endings) {
    return TaskRows.write(endings.stream().map(this::row).toList());
  }

  /** What somebody else has said of an execution; that it was said is the last line of its log. */
  String of(Outcome outcome, Line line) {
    var row = row(outcome, outcome.status());
    line(row.withArray("/logs"), line);
    return TaskRows.write(row);
  }

  private ObjectNode row(Ending ending) {
    var row =
        row(ending.outcome(), ending.status())
            .put("token", ending.execution().token().value().toString())
            .put("uncertain", ending.uncertain());
    ending.stack().ifPresent(stack -> row.put("stack", stack));
    ending.traces().log().forEach(line -> line(row.withArray("/logs"), line));
    row.putArray("artifacts").addAll(artifacts(ending.traces()));
    row.put("unsure", ending.traces().unsure());
    return row;
  }

  private ObjectNode row(Outcome outcome, ExecutionStatus status) {
    var row =
        JsonNodeFactory.instance
            .objectNode()
            .put("status", status.toString())
            .put("uncertain", false);
    switch (outcome) {
      case Done(var result, var summary) -> {
        row.put("outcome", "done").put("summary", cut(summary, MAX_SUMMARY));
        row.putRawValue("result", new RawValue(result.text()));
      }
      case Retry(var why, var asked, var _) -> {
        double chance = random.nextDouble();
        failure(row, "retry", why)
            .put(
                "asked",
                Math.min(asked.orElse(Duration.ZERO).toSeconds(), LONGEST_ASKED.toSeconds()))
            .put("backoff", chance * BACKOFF.toSeconds())
            .put("longest_backoff", chance * LONGEST_BACKOFF.toSeconds());
      }
      case GiveUp(var why) -> failure(row, "give_up", why);
      case NeedsInput(var prompt, var deadline) -> {
        row.put("outcome", "needs_input").put("message", cut(prompt, MAX_MESSAGE));
        deadline.ifPresent(time -> row.put("until", time.toString()));
      }
      case RunLater(var until, var why) ->
          row.put("outcome", "run_later")
              .put("message", cut(why, MAX_MESSAGE))
              .put("until", until.toString());
      case Awaits(var until) ->
          row.put("outcome", "awaits")
              .put(
                  "message",
                  "It goes on elsewhere; a callback is awaited until %s.".formatted(until))
              .put("until", until.toString());
    }
    return row;
  }

  private static void line(ArrayNode logs, Line line) {
    logs.addObject()
        .put("at", line.at().toString())
        .put("level", line.level().toString())
        .put("message", line.message());
  }

  private static List<ObjectNode> artifacts(Traces traces) {
    return traces.artifacts().stream()
        .map(
            artifact ->
                JsonNodeFactory.instance
                    .objectNode()
                    .put("name", artifact.name())
                    .put("content_type", artifact.contentType())
                    .put("bytes", artifact.bytes()))
        .toList();
  }

  private static ObjectNode failure(ObjectNode row, String outcome, Failure why) {
    return row.put("outcome", outcome)
        .put("code", cut(why.code(), MAX_CODE))
        .put("message", cut(why.message(), MAX_MESSAGE));
  }

  /** One message that Postgres cannot hold would lose the outcomes of all that end with it. */
  private static String cut(String message, int atMost) {
    var text = message.replace('\0', '\uFFFD');
    return text.codePointCount(0, text.length()) <= atMost
        ? text
        : text.substring(0, text.offsetByCodePoints(0, atMost));
  }
}
