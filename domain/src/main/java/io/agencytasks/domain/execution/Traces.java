package io.agencytasks.domain.execution;

import io.agencytasks.domain.artifact.Artifact;
import java.util.List;

/**
 * What an attempt left behind, whatever came of it.
 *
 * @param unsure whether there may be a file besides those: nobody heard whether it was kept
 */
public record Traces(List<ExecutionLog.Line> log, List<Artifact> artifacts, boolean unsure) {
  public static final Traces NONE = new Traces(List.of(), List.of(), false);
}
