package io.agencytasks.domain.sweep;

import io.agencytasks.domain.artifact.Artifacts;
import io.agencytasks.domain.artifact.TaskFolder;
import java.util.Collection;
import java.util.List;

/** Deletes what executions left behind, of tasks that are gone or whose payloads are. */
public record DeleteArtifacts(Store store, Artifacts artifacts) implements SweepPart {
  private static final int AT_MOST = 500;

  /** Knows which tasks those are: each from when it is cleared or deleted until nothing is left. */
  public interface Store {

    /** The first of them, in one statement; the longest waiting first. */
    List<TaskFolder> waiting(int atMost);

    /**
     * Takes those off of which nothing is left, in one statement.
     *
     * @return how many
     */
    int strike(Collection<TaskFolder> emptied);
  }

  @Override
  public String counts() {
    return "emptied";
  }

  @Override
  public int apply() {
    var waiting = store.waiting(AT_MOST);
    return waiting.isEmpty() ? 0 : store.strike(artifacts.delete(waiting));
  }
}
