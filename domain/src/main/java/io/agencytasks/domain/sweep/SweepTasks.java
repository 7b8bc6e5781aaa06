package io.agencytasks.domain.sweep;

import io.agencytasks.domain.execution.Lane;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.TaskId;
import java.time.Duration;
import java.util.List;

/** One round of repair and release. Harmless to repeat, and to run twice at once. */
public final class SweepTasks {

  /** Each part is one bounded statement; what one leaves over the next takes up. */
  public interface LostLeases {

    /**
     * Ends executions whose worker was not heard of in time. Their tasks run again, ask a person
     * whether they should, or fail when that was the last attempt.
     *
     * @return how many
     */
    int end(int atMost);
  }

  /** Releases scheduled and deferred tasks whose time comes within the horizon. */
  public interface DueTasks {
    List<Due> release(Duration horizon, int atMost);
  }

  /** Finds tasks that are ready now. */
  public interface ReadyTasks {
    List<TaskId> find(Lane lane, int atMost);
  }

  /** Forgets the answers to requests whose time for repeats is over. */
  public interface OldAnswers {

    /**
     * Deletes them, the oldest first.
     *
     * @return how many
     */
    int forget(int atMost);
  }

  /** No part takes more than this at once; what is left waits for the next round. */
  private static final int AT_MOST = 500;

  private static final int MOST_BELLS = 100;

  /** As many as the API takes in, in the time between two rounds; to delete one costs little. */
  private static final int MOST_ANSWERS = 10_000;

  /** A little more than the time to the next round, so that nothing falls between two. */
  private static final Duration HORIZON = Duration.ofSeconds(75);

  private final LostLeases lostLeases;
  private final DueTasks dueTasks;
  private final ReadyTasks readyTasks;
  private final OldAnswers oldAnswers;
  private final DoorbellQueue queue;
  private final Doorbell doorbell;

  public SweepTasks(
      LostLeases lostLeases,
      DueTasks dueTasks,
      ReadyTasks readyTasks,
      OldAnswers oldAnswers,
      DoorbellQueue queue,
      Doorbell doorbell) {
    this.lostLeases = lostLeases;
    this.dueTasks = dueTasks;
    this.readyTasks = readyTasks;
    this.oldAnswers = oldAnswers;
    this.queue = queue;
    this.doorbell = doorbell;
  }

  public SweepReport apply() {
    int lost = lostLeases.end(AT_MOST);
    var due = dueTasks.release(HORIZON, AT_MOST);
    due.forEach(task -> doorbell.ring(task.task(), task.in()));
    int rung = ringForTheUnheard();
    return new SweepReport(lost, due.size(), rung, oldAnswers.forget(MOST_ANSWERS));
  }

  /** Rings for ready tasks that outnumber the doorbells: theirs were lost. */
  private int ringForTheUnheard() {
    var ready = readyTasks.find(Lane.STANDARD, MOST_BELLS);
    int missing = Math.max(0, ready.size() - queue.depth());
    ready.stream().limit(missing).forEach(doorbell::ring);
    return missing;
  }
}
