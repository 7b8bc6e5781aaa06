package io.agencytasks.domain.task;

import io.agencytasks.domain.artifact.Artifact;
import io.agencytasks.domain.artifact.ArtifactKey;
import io.agencytasks.domain.artifact.ArtifactLinks;
import io.agencytasks.domain.artifact.TaskFolder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a task, as its history shows it (FR-012.6).
 *
 * @param duration milliseconds from start to end
 */
public record Execution(
    long id,
    TaskId taskId,
    long userId,
    UUID executionUuid,
    int attemptNumber,
    ExecutionStatus status,
    TriggeredBy triggeredBy,
    @Nullable Long triggeredByUserId,
    @Nullable String browserSessionId,
    @Nullable String debugUrl,
    @Nullable String recordingUrl,
    int stepsTotal,
    int stepsCompleted,
    @Nullable String currentStep,
    @Nullable Json stepResults,
    @Nullable Json output,
    @Nullable Json logs,
    @Nullable Json screenshots,
    List<Artifact> artifacts,
    @Nullable String error,
    @Nullable String errorCode,
    @Nullable String errorStack,
    @Nullable Integer duration,
    @Nullable Json resourceUsage,
    Instant startedAt,
    @Nullable Instant completedAt,
    Instant createdAt) {

  /** The same, with links to what it left behind. */
  public Execution linkedBy(ArtifactLinks links) {
    var folder = new TaskFolder(userId, taskId.value());
    return with(
        artifacts.stream()
            .map(it -> links.link(new ArtifactKey(folder, executionUuid, it.name()), it))
            .toList());
  }

  private Execution with(List<Artifact> linked) {
    return new Execution(
        id,
        taskId,
        userId,
        executionUuid,
        attemptNumber,
        status,
        triggeredBy,
        triggeredByUserId,
        browserSessionId,
        debugUrl,
        recordingUrl,
        stepsTotal,
        stepsCompleted,
        currentStep,
        stepResults,
        output,
        logs,
        screenshots,
        linked,
        error,
        errorCode,
        errorStack,
        duration,
        resourceUsage,
        startedAt,
        completedAt,
        createdAt);
  }
}
