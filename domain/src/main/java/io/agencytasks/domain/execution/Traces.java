package io.agencytasks.domain.execution;

import io.agencytasks.domain.artifact.Artifact;
import java.util.List;

/** What an attempt left behind, whatever came of it. */
public record Traces(List<ExecutionLog.Line> log, List<Artifact> artifacts) {
  public static final Traces NONE = new Traces(List.of(), List.of());
}
