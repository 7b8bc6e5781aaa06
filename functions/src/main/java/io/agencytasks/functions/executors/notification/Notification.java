package io.agencytasks.functions.executors.notification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.execution.TaskExecutor;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.functions.executors.Advice;
import io.agencytasks.functions.executors.Decoded.Invalid;
import io.agencytasks.functions.executors.Decoded.Valid;
import io.agencytasks.functions.json.Jsonb;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Tells people what a task says, by mail, text message and webhook. */
@Singleton
public final class Notification implements TaskExecutor {
  private final Telling telling;

  Notification(Telling telling) {
    this.telling = telling;
  }

  @Override
  public TaskType type() {
    return TaskType.NOTIFICATION;
  }

  @Override
  public List<Fault> check(Json config) {
    return NotificationConfig.decode(config).allFaults();
  }

  @Override
  public OnUncertain onUncertain(Json config) {
    return NotificationConfig.decode(config).orElseThrow().onUncertain();
  }

  @Override
  public Duration timeout(Json config) {
    return Telling.TIMEOUT;
  }

  @Override
  public Outcome run(ClaimedExecution execution, Records records) throws InterruptedException {
    var outcome =
        switch (NotificationConfig.decode(execution.config())) {
          case Valid<NotificationConfig>(var config) ->
              telling.tell(config.recipients(), message(config, execution), execution, records);
          case Invalid<NotificationConfig>(var faults) -> Advice.correct(faults);
        };
    Advice.note(outcome, records.log());
    return outcome;
  }

  private static Message message(NotificationConfig config, ClaimedExecution execution) {
    var payload = JsonNodeFactory.instance.objectNode().put("type", "task.notification");
    var data = payload.putObject("data").put("taskId", execution.taskId().value());
    data.put("taskUuid", execution.taskUuid().toString());
    config.subject().ifPresent(subject -> data.put("subject", subject));
    data.put("text", config.text());
    return new Message(
        config.subject().orElse(""), config.text(), config.html(), Jsonb.render(payload));
  }
}
