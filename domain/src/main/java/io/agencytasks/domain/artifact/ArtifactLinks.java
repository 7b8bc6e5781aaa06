package io.agencytasks.domain.artifact;

/** Lets readers at artifacts and the files of messages, for a while. */
public interface ArtifactLinks {

  /** The artifact with a link for whoever has it, for an hour at the most. */
  Artifact link(ArtifactKey key, Artifact artifact);

  /** The same for a file of a message to this user. */
  MessageFile link(long userId, MessageFile file);
}
