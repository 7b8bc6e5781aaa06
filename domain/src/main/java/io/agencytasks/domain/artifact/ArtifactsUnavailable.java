package io.agencytasks.domain.artifact;

/** What keeps artifacts cannot be reached, or does not take one. */
public final class ArtifactsUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ArtifactsUnavailable(Throwable cause) {
    super("artifacts are out of reach", cause);
  }
}
