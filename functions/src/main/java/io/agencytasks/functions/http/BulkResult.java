package io.agencytasks.functions.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agencytasks.domain.change.Change;
import io.agencytasks.domain.change.Change.Done;
import io.agencytasks.domain.change.Change.Invalid;
import io.agencytasks.domain.change.Change.NotFound;
import io.agencytasks.domain.change.Change.Refused;
import io.agencytasks.domain.change.Change.Stale;
import io.agencytasks.domain.task.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * What became of one task among many.
 *
 * @param code of the refusal that the change of this task alone would have met
 * @param reason the sentence of that refusal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BulkResult(TaskId id, String outcome, Problem.@Nullable Code code, @Nullable String reason) {

  static BulkResult of(TaskId id, Change change) {
    return switch (change) {
      case Done done -> new BulkResult(id, "updated", null, null);
      case NotFound() -> new BulkResult(id, "not_found", null, null);
      case Stale stale -> throw new IllegalStateException("no version was asked for");
      case Invalid(var faults) ->
          skipped(
              id,
              Problem.Code.BAD_REQUEST,
              "%s %s.".formatted(faults.getFirst().field(), faults.getFirst().message()));
      case Refused refused -> skipped(id, Problem.Code.CONFLICT, Conflicts.sentence(refused));
    };
  }

  static boolean isSkipped(Change change) {
    return change instanceof Invalid || change instanceof Refused;
  }

  private static BulkResult skipped(TaskId id, Problem.Code code, String reason) {
    return new BulkResult(id, "skipped", code, reason);
  }
}
