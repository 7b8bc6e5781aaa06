package io.agencytasks.functions.executors.notification;

import io.agencytasks.domain.execution.ClaimedExecution;
import io.agencytasks.domain.execution.Failure;
import io.agencytasks.domain.execution.Outcome;
import io.agencytasks.domain.execution.Records;
import io.agencytasks.domain.execution.TaskExecutor;
import io.agencytasks.domain.notification.EmailAddress;
import io.agencytasks.domain.notification.RemindedTasks;
import io.agencytasks.domain.notification.RemindedTasks.RemindedTask;
import io.agencytasks.domain.notification.TaskLinks;
import io.agencytasks.domain.task.Fault;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.OnUncertain;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.Unavailable;
import io.agencytasks.functions.executors.Advice;
import io.agencytasks.functions.executors.Decoded.Invalid;
import io.agencytasks.functions.executors.Decoded.Valid;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a task's owner of it. */
@Singleton
public final class Reminder implements TaskExecutor {
  private final Telling telling;
  private final Provider<RemindedTasks> tasks;
  private final Provider<TaskLinks> links;

  /**
   * One for all attempts.
   *
   * @param tasks and links are asked for when it runs: whoever only checks configurations has none
   */
  Reminder(Telling telling, Provider<RemindedTasks> tasks, Provider<TaskLinks> links) {
    this.telling = telling;
    this.tasks = tasks;
    this.links = links;
  }

  @Override
  public TaskType type() {
    return TaskType.REMINDER;
  }

  @Override
  public List<Fault> check(Json config) {
    return ReminderConfig.decode(config).allFaults();
  }

  /** To be reminded twice does less harm than not at all. */
  @Override
  public OnUncertain onUncertain(Json config) {
    return OnUncertain.RETRY;
  }

  @Override
  public Duration timeout(Json config) {
    return Telling.TIMEOUT;
  }

  @Override
  public Outcome run(ClaimedExecution execution, Records records) throws InterruptedException {
    var outcome =
        switch (ReminderConfig.decode(execution.config())) {
          case Valid<ReminderConfig>(var config) -> remind(config, execution, records);
          case Invalid<ReminderConfig>(var faults) -> Advice.correct(faults);
        };
    Advice.note(outcome, records.log());
    return outcome;
  }

  private Outcome remind(ReminderConfig config, ClaimedExecution execution, Records records)
      throws InterruptedException {
    Optional<RemindedTask> task;
    try {
      task = tasks.get().find(execution.userId(), execution.taskId());
    } catch (Unavailable outage) {
      return new Outcome.Retry(
          new Failure("TASK_UNKNOWN", "Nobody was told: the task cannot be read just now."),
          Optional.of(outage.retryAfter()));
    }
    var recipients = recipients(config, task.map(RemindedTask::email));
    if (task.isEmpty() || recipients.isEmpty()) {
      return nobody();
    }
    var words = new Words(task.get(), config, execution, links.get().to(execution.taskId()));
    return telling.tell(recipients, words.message(), execution, records);
  }

  private static List<Recipient> recipients(ReminderConfig config, Optional<String> email) {
    List<Recipient> recipients = new ArrayList<>();
    email
        .filter(address -> config.email() && EmailAddress.isOne(address))
        .ifPresent(address -> recipients.add(new Recipient.ByMail(new EmailAddress(address))));
    config.webhook().ifPresent(recipients::add);
    return recipients;
  }

  private static Outcome nobody() {
    return new Outcome.GiveUp(
        new Failure(
            "NOBODY_TO_TELL",
            "Nobody was told: your token names no email address that mail can be sent to. Give the"
                + " task a webhook, or sign in with an address, then execute it again."));
  }
}
