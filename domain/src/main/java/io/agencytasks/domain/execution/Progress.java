package io.agencytasks.domain.execution;

import io.agencytasks.domain.task.Json;
import org.jspecify.annotations.Nullable;

/**
 * How far an attempt is that takes several steps (FR-012.6).
 *
 * @param completed how many of the total are done
 * @param current what is being done: at most {@value #MAX_CURRENT} characters, as what is longer is
 *     cut
 * @param results what came of each step so far, at most {@value #MAX_RESULT_BYTES} bytes of UTF-8;
 *     shown to the owner, so never a secret
 */
public record Progress(int total, int completed, @Nullable String current, Json results) {
  public static final int MAX_CURRENT = 255;
  public static final int MAX_RESULT_BYTES = 8 * 1024;

  public Progress {
    if (completed < 0 || completed > total) {
      throw new IllegalArgumentException(completed + " steps of " + total + " cannot be done");
    }
  }
}
