package io.agencytasks.domain.inbound;

/** What a channel says is to be done with a message, before the webhook's rules are asked. */
public sealed interface Intake {

  /**
   * It may become a task.
   *
   * @param reviewed whether a person must look at the task, whatever the webhook's defaults say
   */
  record MakeTask(boolean reviewed) implements Intake {}

  /**
   * It is kept, and no more.
   *
   * @param outcome recorded, quarantined or refused
   * @param why for the owner to read, at most 1,000 characters
   */
  record Keep(MessageOutcome outcome, String why) implements Intake {}
}
