package io.agencytasks.domain.artifact;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where one artifact is.
 *
 * @param name letters, digits, dots, hyphens and underscores, the first a letter or digit; at most
 *     100
 */
public record ArtifactKey(TaskFolder task, UUID execution, String name) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  public ArtifactKey {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no name of an artifact: " + name);
    }
  }

  public String text() {
    return "%sexecutions/%s/%s".formatted(task.prefix(), execution, name);
  }
}
