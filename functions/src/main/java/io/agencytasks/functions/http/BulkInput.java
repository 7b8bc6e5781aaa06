package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.BOOLEAN;
import static io.agencytasks.functions.http.Decoders.distinct;
import static io.agencytasks.functions.http.Decoders.oneOf;

import io.agencytasks.domain.change.Action;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The body that changes many tasks alike (US-012).
 *
 * @param ids 1 to 1000, in the order in which they are answered
 */
record BulkInput(List<TaskId> ids, Action action, boolean dryRun) {
  private static final Decoder<List<TaskId>> IDS = distinct(1000, Decoders.TASK_ID);

  /** The names of the actions. */
  enum Kind {
    STATUS,
    ASSIGN,
    CANCEL,
    APPROVE,
    REJECT,
    EXECUTE,
    TAG;

    /** The name on the wire. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static BulkInput read(Fields in) {
    var ids = in.required("ids", IDS);
    in.refuseIf(ids.isSound() && ids.get().isEmpty(), "ids", "must name at least one task");
    var kind = in.required("action", oneOf(Kind.class));
    var dryRun = in.optional("dryRun", BOOLEAN, false);
    Field<? extends Action> action = kind.isSound() ? action(kind.get(), in) : Action.Execute::new;
    in.end();
    return new BulkInput(ids.get(), action.get(), dryRun.get());
  }

  private static Field<? extends Action> action(Kind kind, Fields in) {
    return switch (kind) {
      case STATUS -> status(in);
      case ASSIGN -> {
        var bot = in.required("assignedToBot", BOOLEAN);
        yield () ->
            new Action.Update(
                TaskPatch.assigned(bot.get()), Optional.empty(), Optional.empty(), Map.of());
      }
      case CANCEL -> {
        var reason = in.nullable("reason", TaskFields.REMARK);
        yield () -> new Action.Cancel(Optional.ofNullable(reason.get()));
      }
      case APPROVE -> {
        var notes = in.nullable("notes", TaskFields.REMARK);
        yield () -> new Action.Approve(Optional.ofNullable(notes.get()));
      }
      case REJECT -> {
        var reason = in.required("reason", TaskFields.REMARK);
        yield () -> new Action.Reject(reason.get());
      }
      case EXECUTE -> Action.Execute::new;
      case TAG -> label(in);
    };
  }

  private static Field<Action> status(Fields in) {
    var status = in.required("status", oneOf(TaskStatus.class));
    var reason = in.nullable("statusReason", TaskFields.REMARK);
    return () ->
        new Action.Update(
            TaskPatch.NOTHING,
            Optional.of(status.get()),
            Optional.ofNullable(reason.get()),
            Map.of());
  }

  private static Field<Action> label(Fields in) {
    var add = in.optional("add", TaskFields.TAGS, List.of());
    var remove = in.optional("remove", TaskFields.TAGS, List.of());
    in.refuseIf(
        add.isSound() && remove.isSound() && add.get().isEmpty() && remove.get().isEmpty(),
        "add",
        "or remove must name a tag");
    return () -> new Action.Label(add.get(), remove.get());
  }
}
