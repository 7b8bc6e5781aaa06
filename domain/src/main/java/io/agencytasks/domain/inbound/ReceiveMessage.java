package io.agencytasks.domain.inbound;

import io.agencytasks.domain.artifact.ArtifactsUnavailable;
import io.agencytasks.domain.artifact.MessageFiles;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.domain.task.Unavailable;
import java.time.Duration;
import java.util.Map;

/**
 * Takes a message in, whatever channel it came by: stores it, finds or opens its conversation,
 * makes a task of it by the webhook's rules or gives it to the task that waits for it, and rings.
 */
public final class ReceiveMessage {

  /** Keeps a message and all that comes of it, in one statement. */
  public interface Store {

    /**
     * Stores it, once for each of its webhook's external ids.
     *
     * @param task what it says of a task, over the webhook's defaults
     * @param verdicts what the task types say of the configuration that it gives
     */
    Receiving receive(
        KnownWebhook to,
        IncomingMessage message,
        TaskPatch task,
        Map<TaskType, TypeVerdict> verdicts);
  }

  private final Store messages;
  private final MessageFiles files;
  private final JudgeMessage judge;
  private final Doorbell doorbell;
  private final EventBell events;
  private final TaskTypes types;

  public ReceiveMessage(
      Store messages,
      MessageFiles files,
      JudgeMessage judge,
      Doorbell doorbell,
      EventBell events,
      TaskTypes types) {
    this.messages = messages;
    this.files = files;
    this.judge = judge;
    this.doorbell = doorbell;
    this.events = events;
    this.types = types;
  }

  /**
   * Takes it in.
   *
   * @throws Unavailable when it is not stored, or nobody knows: whoever sent it shall send it again
   */
  public Receipt apply(KnownWebhook to, IncomingMessage message) {
    var judged = judge.apply(to.webhook(), whole(to, message));
    var task = judged.task();
    var verdicts = types.judge(task.executionConfig().given());
    var receiving = messages.receive(to, judged.message(), task, verdicts);
    receiving.created().ifPresent(created -> created.ring(doorbell, events));
    receiving.resumed().ifPresent(doorbell::ring);
    return receiving.receipt();
  }

  private IncomingMessage whole(KnownWebhook to, IncomingMessage message) {
    var body = message.content().body();
    if (body.fitsARow()) {
      return message;
    }
    try {
      return message.with(
          files.keep(to.userId(), body.fileName(), body.contentType(), body.bytes()));
    } catch (ArtifactsUnavailable outage) {
      throw new Unavailable("The message could not be kept.", Duration.ofSeconds(5), outage);
    }
  }
}
