package io.agencytasks.domain.inbound;

import io.agencytasks.domain.task.Creation;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.domain.webhook.GetWebhook;
import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.domain.webhook.WebhookId;
import java.util.Map;
import java.util.Optional;

/** Shows what a message to a webhook would come to; nothing is stored. */
public final class TryMessage {

  /** Makes up the task of a message, in one statement. */
  public interface Store {
    Creation draft(
        Owner owner, Webhook webhook, TaskPatch task, Map<TaskType, TypeVerdict> verdicts);
  }

  private final GetWebhook.Store webhooks;
  private final Store tasks;
  private final MessageReader reader;
  private final JudgeMessage judge;
  private final TaskTypes types;

  public TryMessage(
      GetWebhook.Store webhooks,
      Store tasks,
      MessageReader reader,
      JudgeMessage judge,
      TaskTypes types) {
    this.webhooks = webhooks;
    this.tasks = tasks;
    this.reader = reader;
    this.judge = judge;
    this.types = types;
  }

  /** Empty where the owner has no such webhook. */
  public Optional<Trial> apply(Owner owner, WebhookId id, MessageBody body) {
    return webhooks.find(owner, id).map(webhook -> tried(owner, webhook, body));
  }

  private Trial tried(Owner owner, Webhook webhook, MessageBody body) {
    var unsigned = new Proof(Optional.empty(), Optional.empty());
    var judged = judge.apply(webhook, reader.read(webhook, unsigned, body));
    return switch (judged.message().intake()) {
      case Intake.Keep(var outcome, var why) -> new Trial.Kept(outcome, why);
      case Intake.MakeTask make -> {
        var verdicts = types.judge(judged.task().executionConfig().given());
        yield switch (tasks.draft(owner, webhook, judged.task(), verdicts)) {
          case Creation.Drafted(var draft) -> new Trial.Made(draft);
          case Creation.Refused(var faults) -> new Trial.Refused(faults);
          case Creation.Created created -> throw new IllegalStateException("a trial made a task");
          case Creation.NoSource() -> throw new IllegalStateException("a webhook came to nothing");
        };
      }
    };
  }
}
