package io.agencytasks.functions.http;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.task.TaskStatus;
import io.agencytasks.domain.task.TaskTypes;
import java.util.Map;
import java.util.Optional;

/** The body that updates a task (FR-004): any part of what creates one, and its status. */
final class UpdateInput {
  private UpdateInput() {}

  static Action.Update read(Fields in, TaskTypes types) {
    var patch = TaskPatchInput.read(in, types);
    var status = in.patch("status", Decoders.oneOf(TaskStatus.class));
    var reason = in.patch("statusReason", TaskFields.REMARK);
    in.refuseIf(in.areEmpty(), "", "must change something");
    in.end();
    var config = patch.get().executionConfig();
    return new Action.Update(
        patch.get(),
        Optional.ofNullable(status.get().given()),
        Optional.ofNullable(reason.get().given()),
        config.isGiven() ? types.judge(config.given()) : Map.of());
  }
}
