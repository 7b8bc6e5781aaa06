package io.agencytasks.functions.outbound;

import io.agencytasks.domain.execution.Outcome;
import java.time.Instant;

/** What came of a request. */
public sealed interface Sent {

  /** The server answered, whatever it said. */
  record Answered(Answer answer, Instant start, Instant end) implements Sent {}

  /** There is no answer: what that means for the attempt. */
  record Unanswered(Outcome outcome) implements Sent {}
}
