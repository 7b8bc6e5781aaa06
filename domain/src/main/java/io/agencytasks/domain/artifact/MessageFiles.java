package io.agencytasks.domain.artifact;

/**
 * Keeps the files of messages.
 *
 * <p>All of it throws {@link ArtifactsUnavailable} where they are out of reach.
 */
public interface MessageFiles {

  /** Keeps a file; harmless to repeat. */
  MessageFile keep(long userId, String name, String contentType, byte[] content);

  /** What is in a file that was kept. */
  byte[] read(long userId, MessageFile file);
}
