package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Problem.Code.BAD_REQUEST;
import static io.agencytasks.functions.http.Problem.Code.CONFLICT;
import static io.agencytasks.functions.http.Problem.Code.INTERNAL_SERVER_ERROR;
import static io.agencytasks.functions.http.Problem.Code.NOT_FOUND;
import static io.agencytasks.functions.http.Problem.Code.PAYLOAD_TOO_LARGE;
import static io.agencytasks.functions.http.Problem.Code.PRECONDITION_FAILED;
import static io.agencytasks.functions.http.Problem.Code.SERVICE_UNAVAILABLE;
import static io.agencytasks.functions.http.Problem.Code.TOO_MANY_REQUESTS;
import static io.agencytasks.functions.http.Problem.Code.UNAUTHORIZED;
import static io.agencytasks.functions.http.Problem.Code.UNPROCESSABLE_CONTENT;

import io.agencytasks.domain.change.Change.Refused;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The ways in which the API says no. */
final class Refusals {
  private Refusals() {}

  static Answer invalid(List<Fault> faults) {
    return Problem.of(BAD_REQUEST, "Correct the fields that errors names, and send it again.")
        .withErrors(faults)
        .answer();
  }

  /** The same for what never was and for what is someone else's. */
  static Answer notFound() {
    return Problem.of(NOT_FOUND, "There is no such task; GET /v1/tasks lists yours.").answer();
  }

  /** For what is no task. */
  static Answer notFound(String detail) {
    return Problem.of(NOT_FOUND, detail).answer();
  }

  static Answer conflict(Refused refused) {
    var problem = Problem.of(CONFLICT, Conflicts.sentence(refused)).withStatus(refused.now());
    return (refused.blockers().isEmpty() ? problem : problem.withBlockers(refused.blockers()))
        .answer();
  }

  /** If-Match named another version than the one that is there. */
  static Answer stale(int version) {
    return Problem.of(
            PRECONDITION_FAILED,
            "Somebody changed it meanwhile, to version %d; read it again.".formatted(version))
        .answer();
  }

  static Answer templateNotFound() {
    return Problem.of(NOT_FOUND, "There is no such template; GET /v1/templates lists yours.")
        .answer();
  }

  static Answer nameTaken() {
    return Problem.of(CONFLICT, "Another of your templates has this name; choose another one.")
        .answer();
  }

  static Answer secretNotFound() {
    return Problem.of(NOT_FOUND, "There is no such secret; GET /v1/secrets lists yours.").answer();
  }

  static Answer tooManySecrets(int most) {
    return Problem.of(
            CONFLICT,
            "You have %d secrets, which is the most; delete one that you no longer need."
                .formatted(most))
        .answer();
  }

  /** The same for what never was, what was used, what came too late and what is no token at all. */
  static Answer callbackNotFound() {
    return Problem.of(
            NOT_FOUND,
            "Nothing waits for this callback, or no longer: stop working on it, unless you have"
                + " told how it ended.")
        .answer();
  }

  static Answer webhookNotFound() {
    return Problem.of(NOT_FOUND, "There is no such webhook; GET /v1/webhooks lists yours.")
        .answer();
  }

  static Answer messageNotFound() {
    return Problem.of(
            NOT_FOUND, "There is no such message; GET /v1/webhooks/{id}/messages lists them.")
        .answer();
  }

  static Answer conversationNotFound() {
    return Problem.of(
            NOT_FOUND, "There is no such conversation; GET /v1/conversations lists yours.")
        .answer();
  }

  static Answer conflict(String detail) {
    return Problem.of(CONFLICT, detail).answer();
  }

  /** The same for a webhook that never was and for a message that somebody forged. */
  static Answer notProven() {
    return Problem.of(
            UNAUTHORIZED,
            "No webhook here takes this; look at its URL, at its secret and at the clock.")
        .answer();
  }

  /** For who sends while the webhook is being changed. */
  static Answer changing() {
    return Problem.of(SERVICE_UNAVAILABLE, "This webhook was changed just now; send it again.")
        .answer(Map.of("Retry-After", "1"));
  }

  static Answer tooMany(Duration retryAfter) {
    return Problem.of(
            TOO_MANY_REQUESTS, "More came within a minute than this webhook takes; send it later.")
        .answer(Map.of("Retry-After", Long.toString(retryAfter.toSeconds())));
  }

  static Answer otherRequest() {
    return Problem.of(
            UNPROCESSABLE_CONTENT,
            "This Idempotency-Key came with another request before; send this one with a new key.")
        .answer();
  }

  static Answer inFlight() {
    return Problem.of(
            CONFLICT, "The request with this Idempotency-Key is still in flight; send it again.")
        .answer(Map.of("Retry-After", "1"));
  }

  static Answer tooLarge(int mostBytes) {
    return Problem.of(PAYLOAD_TOO_LARGE, "Send a body of at most %d bytes.".formatted(mostBytes))
        .answer();
  }

  static Answer unavailable(Unavailable outage) {
    long seconds = Math.max(1, outage.retryAfter().toSeconds());
    return Problem.of(SERVICE_UNAVAILABLE, outage.getMessage() + " Try again shortly.")
        .answer(Map.of("Retry-After", Long.toString(seconds)));
  }

  /** Says nothing of the inside; the log has it under the request id. */
  static Answer broken() {
    return Problem.of(
            INTERNAL_SERVER_ERROR,
            "Something broke on our side; quote the request id when you report it.")
        .answer();
  }
}
