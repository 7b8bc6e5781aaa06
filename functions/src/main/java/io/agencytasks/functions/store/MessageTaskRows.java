package io.agencytasks.functions.store;

import io.agencytasks.domain.inbound.IncomingMessage;
import io.agencytasks.domain.inbound.Intake;
import io.agencytasks.domain.inbound.MessageId;
import io.agencytasks.domain.inbound.MessageOutcome;
import io.agencytasks.domain.inbound.Receipt;
import io.agencytasks.domain.inbound.Receiving;
import io.agencytasks.domain.task.Bell;
import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Defaults;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.functions.aws.Row;
import io.agencytasks.functions.aws.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link MessageTasks} asks for and answers with. */
final class MessageTaskRows {
  private static final String USUAL = TaskPatchRow.of(Defaults.patch());

  private MessageTaskRows() {}

  /** Binds what every task of a message starts with. */
  static Statement task(
      Statement statement, TaskPatch task, Map<TaskType, TypeVerdict> verdicts, String headStarts) {
    return statement
        .text("usual", USUAL)
        .text("overrides", TaskPatchRow.of(task))
        .text("types", TypesRow.of(verdicts))
        .text("headStarts", headStarts);
  }

  /** Binds what is to become of the message. */
  static Statement message(Statement statement, IncomingMessage message) {
    var bound =
        statement
            .text("original", message.content().body().plain())
            .text("input", TaskRows.write(message.said()));
    return switch (message.intake()) {
      case Intake.MakeTask(var reviewed) ->
          bound
              .text("outcome", MessageOutcome.TASK.toString())
              .text("why", null)
              .flag("reviewed", reviewed);
      case Intake.Keep(var outcome, var why) ->
          bound.text("outcome", outcome.toString()).text("why", why).flag("reviewed", false);
    };
  }

  /** What came of it; empty where nothing was done. */
  static Optional<Receiving> receiving(List<Row> rows) {
    return TaskRows.first(rows, "message")
        .map(json -> TaskRows.read(json, Stored.class))
        .map(stored -> receiving(stored, rows));
  }

  private static Receiving receiving(Stored stored, List<Row> rows) {
    var created = TaskRows.first(rows, "task").map(found -> CreationRows.creation(rows));
    var made =
        created.flatMap(
            it ->
                it instanceof Creation.Created(var task, var runsIn)
                    ? Optional.of(task.id())
                    : Optional.<TaskId>empty());
    var answered = Optional.ofNullable(stored.answered()).map(TaskId::new);
    return new Receiving(
        new Receipt.Taken(new MessageId(stored.id()), stored.outcome(), made.or(() -> answered)),
        created,
        TaskRows.first(rows, "resumed").map(json -> TaskRows.read(json, Bell.class)));
  }

  record Stored(long id, MessageOutcome outcome, @Nullable Long answered) {}
}
