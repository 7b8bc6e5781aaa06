package io.agencytasks.domain.artifact;

import java.util.Collection;
import java.util.Set;

/** Keeps artifacts, for as long as their tasks are kept. */
public interface Artifacts {

  /**
   * Keeps a file; one of the same key gives way to it.
   *
   * @throws ArtifactsUnavailable when it is not kept, or nobody knows
   */
  void keep(ArtifactKey key, String contentType, byte[] content);

  /** The same of a file on disk, which need not fit into memory. */
  void keep(ArtifactKey key, String contentType, ArtifactFile file);

  /**
   * Deletes all that these tasks' executions left behind. Harmless to repeat.
   *
   * @return the tasks of which nothing is left; the others are to be tried again
   */
  Set<TaskFolder> delete(Collection<TaskFolder> tasks);
}
