package io.agencytasks.functions.executors;

import io.agencytasks.domain.artifact.ArtifactFile;
import io.agencytasks.domain.artifact.ArtifactKey;
import io.agencytasks.domain.artifact.Artifacts;
import io.agencytasks.domain.artifact.ArtifactsUnavailable;
import io.agencytasks.domain.artifact.TaskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Keeps artifacts for as long as a test runs. */
public record ArtifactsInMemory(Map<String, byte[]> byKey) implements Artifacts {

  public ArtifactsInMemory() {
    this(new HashMap<>());
  }

  @Override
  public void keep(ArtifactKey key, String contentType, byte[] content) {
    byKey.put(key.text(), content);
  }

  @Override
  public void keep(ArtifactKey key, String contentType, ArtifactFile file) {
    try {
      keep(key, contentType, Files.readAllBytes(file.path()));
    } catch (IOException e) {
      throw new ArtifactsUnavailable(e);
    }
  }

  @Override
  public Set<TaskFolder> delete(Collection<TaskFolder> tasks) {
    byKey.keySet().removeIf(key -> tasks.stream().anyMatch(task -> key.startsWith(task.prefix())));
    return Set.copyOf(tasks);
  }
}
