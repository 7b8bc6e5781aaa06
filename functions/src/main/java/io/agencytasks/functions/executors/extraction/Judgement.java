package io.agencytasks.functions.executors.extraction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.functions.executors.BodyArtifact;
import io.agencytasks.functions.outbound.Answer;
import io.agencytasks.functions.outbound.RetryAfter;
import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Decides what a page that was answered is good for. Its sentences name the host, the status and
 * the type, but no path, query, header or body: those may hold secrets.
 */
final class Judgement {
  private static final int MAX_TYPE_LENGTH = 100;

  private final ExtractionConfig config;
  private final Records records;
  private final Answer answer;
  private final HttpUrl url;
  private final String page;

  /**
   * Of one answer.
   *
   * @param url where it came from in the end
   */
  Judgement(ExtractionConfig config, Records records, Answer answer, HttpUrl url) {
    this.config = config;
    this.records = records;
    this.answer = answer;
    this.url = url;
    this.page = "%s answered %d, %s".formatted(url.host(), answer.status(), type(answer));
  }

  /**
   * Reads it.
   *
   * @param hops how many redirects led there
   * @param end when the answer was there
   */
  Outcome of(int hops, Instant end) throws InterruptedException {
    records.log().info("%s, %,d bytes.".formatted(page, answer.body().size()));
    if (answer.status() / 100 != 2) {
      return refused(end);
    }
    if (!answer.whole()) {
      return giveUp(
          "PAGE_TOO_LARGE", "The page has more than %,d bytes.".formatted(Answer.MAX_BODY_BYTES));
    }
    var effort = new Effort();
    try {
      var source = source(effort);
      return source.isEmpty()
          ? giveUp("NOT_JSON", "It is no JSON; use select for a page of HTML." + evidence())
          : found(Extracted.of(source.get(), config, effort), hops);
    } catch (TooMuchException beyond) {
      return giveUp("PAGE_TOO_LARGE", "The page %s.".formatted(beyond.getMessage()));
    }
  }

  private Optional<? extends Source> source(Effort effort)
      throws InterruptedException, TooMuchException {
    return config.wantsJson()
        ? JsonSource.of(answer)
        : Optional.of(HtmlSource.of(answer, url, effort));
  }

  private Outcome found(Extracted extracted, int hops) {
    if (!extracted.missing().isEmpty()) {
      return giveUp(
          "FIELDS_MISSING",
          "It lacks %s.%s".formatted(String.join(", ", extracted.missing()), evidence()));
    }
    extracted.unread().forEach(field -> records.log().warn("Could not read %s.".formatted(field)));
    return new ExtractionResult(head(hops), extracted, records)
        .keep(config.tables())
        .<Outcome>map(result -> new Outcome.Done(result, summary()))
        .orElseGet(Judgement::notKept);
  }

  private ObjectNode head(int hops) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("status", answer.status())
        .put("contentType", type(answer))
        .put("redirects", hops);
  }

  private String summary() {
    return "%s: %d fields, %d tables"
        .formatted(url.host(), config.fields().size(), config.tables().size());
  }

  private Outcome refused(Instant end) {
    return answer.asksForPatience()
        ? new Outcome.Retry(
            failure("HTTP_" + answer.status(), "The server is busy or away: try again later."),
            RetryAfter.of(answer.headers(), end))
        : giveUp("HTTP_" + answer.status(), "Check the url and its credentials.");
  }

  /** The page itself, for whoever wonders what became of it. */
  private String evidence() {
    return BodyArtifact.keep("page", answer, records)
        .map(kept -> " The page is kept as %s.".formatted(kept.name()))
        .orElse("");
  }

  private static Outcome notKept() {
    return new Outcome.Retry(
        new Failure("NOT_KEPT", "What was found cannot be kept just now."), Optional.empty());
  }

  private Outcome giveUp(String code, String message) {
    return new Outcome.GiveUp(failure(code, message));
  }

  private Failure failure(String code, String message) {
    return new Failure(code, "%s. %s".formatted(page, message));
  }

  private static String type(Answer answer) {
    var type = Optional.ofNullable(answer.headers().get("Content-Type")).orElse("of no type");
    var printable = type.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.substring(0, Math.min(printable.length(), MAX_TYPE_LENGTH));
  }
}
