package io.agencytasks.domain.readiness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place of a ready task in its owner's queue.
 *
 * @param ahead ready tasks of its lane that start before it
 * @param running executions of its owner, in any lane
 * @param cap how many of them may run at once
 * @param starts executions of its lane that started within the last hour; at most the last thousand
 * @param since when the first of these started
 */
public record Place(long ahead, int running, int cap, int starts, @Nullable Instant since) {

  long position() {
    return ahead + 1;
  }

  List<Reason> reasons() {
    var reasons = new ArrayList<Reason>();
    if (running >= cap) {
      reasons.add(new Reason.CapReached(running, cap));
    }
    if (ahead > 0) {
      reasons.add(new Reason.QueuedBehind(ahead));
    }
    return List.copyOf(reasons);
  }

  /** When it starts if things go on at their pace of late. */
  Optional<Instant> estimatedStart(Instant now) {
    if (since == null || starts == 0) {
      return Optional.empty();
    }
    long startsBefore = running >= cap ? position() : ahead;
    var pause = Duration.between(since, now).dividedBy(starts);
    return Optional.of(now.plus(pause.multipliedBy(startsBefore)));
  }
}
