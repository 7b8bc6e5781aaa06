package io.agencytasks.domain.artifact;

/** Where the artifacts of one task are: below its owner, so that no key of another's comes near. */
public record TaskFolder(long userId, long taskId) {

  /** What the keys of all its artifacts begin with, and no other's. */
  public String prefix() {
    return "users/%d/tasks/%d/".formatted(userId, taskId);
  }
}
