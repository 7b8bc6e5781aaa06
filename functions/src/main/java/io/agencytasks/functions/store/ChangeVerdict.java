package io.agencytasks.functions.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.agencytasks.domain.change.Change;
import io.agencytasks.domain.task.Bell;
import io.agencytasks.domain.task.Due;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Lane;
import io.agencytasks.domain.task.Task;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says of one task.
 *
 * @param refusal null where it was changed
 * @param rings what may run now: the task itself, or the first few that waited for it
 * @param dueIn how long until its new time, where a doorbell can wait for that
 * @param details what explains the refusal: blockers, or what is wrong with the input
 */
record ChangeVerdict(
    TaskId task,
    Lane lane,
    TaskStatus status,
    int version,
    @Nullable String refusal,
    List<Bell> rings,
    boolean announces,
    @Nullable Duration dueIn,
    @Nullable JsonNode details) {
  static final List<Fault> MOVED =
      List.of(
          new Fault(
              "dependsOn", "would close a circle, by what others changed just now; look again"));

  private static final String NEEDS_REVIEW = "needs requiresHumanReview to be true";

  /** The task with its new time, if it has one that a doorbell can wait for. */
  Stream<Due> due() {
    return dueIn == null ? Stream.empty() : Stream.of(new Due(task, lane, dueIn));
  }

  Change change(Optional<Task> changed) {
    if (refusal == null) {
      return new Change.Done(changed);
    }
    return switch (refusal) {
      case "done_already" -> new Change.Done(Optional.empty());
      case "stale" -> new Change.Stale(version);
      case "invalid" -> new Change.Invalid(faults());
      case "no_verdict" -> invalid("input", "must be one of \"retry\", \"mark done\", \"cancel\"");
      case "too_many_tags" -> invalid("add", "would make more than 20 tags");
      default -> new Change.Refused(reason(refusal), status, blockers());
    };
  }

  private static Change invalid(String field, String message) {
    return new Change.Invalid(List.of(new Fault(field, message)));
  }

  private static Change.Reason reason(String refusal) {
    return Change.Reason.valueOf(refusal.toUpperCase(Locale.ROOT));
  }

  private List<TaskId> blockers() {
    return details == null || !details.isArray() ? List.of() : ids(details);
  }

  private List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    if (details == null) {
      return faults;
    }
    for (var fault : details.path("faults")) {
      faults.add(new Fault(fault.path("field").asText(), fault.path("message").asText()));
    }
    if (details.path("without_time").asBoolean()) {
      faults.add(new Fault("scheduledFor", "is required when executionType is scheduled"));
    }
    if (details.path("deadline_without_review").asBoolean()) {
      faults.add(new Fault("reviewDeadline", NEEDS_REVIEW));
    }
    if (details.path("expiry_without_review").asBoolean()) {
      faults.add(new Fault("onReviewExpiry", NEEDS_REVIEW));
    }
    for (var id : ids(details.path("missing"))) {
      faults.add(CreationRows.notThere(id));
    }
    if (!details.path("circle").isEmpty()) {
      var path =
          ids(details.path("circle")).stream()
              .map(id -> Long.toString(id.value()))
              .collect(Collectors.joining(" → "));
      faults.add(new Fault("dependsOn", "would close a circle: " + path));
    }
    return faults;
  }

  private static List<TaskId> ids(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(id -> new TaskId(id.longValue()))
        .toList();
  }
}
