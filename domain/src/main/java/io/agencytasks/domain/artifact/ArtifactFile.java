package io.agencytasks.domain.artifact;

import java.nio.file.Path;

/** A file on disk that is to be kept: it is read while it is kept, and may go then. */
public record ArtifactFile(Path path, long bytes) {}
