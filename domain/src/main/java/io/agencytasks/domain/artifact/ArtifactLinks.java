package io.agencytasks.domain.artifact;

/** Lets readers at artifacts, for a while. */
public interface ArtifactLinks {

  /** The artifact with a link for whoever has it, for an hour at the most. */
  Artifact link(ArtifactKey key, Artifact artifact);
}
