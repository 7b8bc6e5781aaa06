package io.agencytasks.domain.inbound;

import io.agencytasks.domain.artifact.ArtifactsUnavailable;
import io.agencytasks.domain.artifact.MessageFiles;
import io.agencytasks.domain.inbound.Replay.AlreadyDone;
import io.agencytasks.domain.inbound.Replay.NotFound;
import io.agencytasks.domain.inbound.Replay.Replayed;
import io.agencytasks.domain.task.Doorbell;
import io.agencytasks.domain.task.EventBell;
import io.agencytasks.domain.task.Owner;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskType;
import io.agencytasks.domain.task.TaskTypes;
import io.agencytasks.domain.task.TypeVerdict;
import io.agencytasks.domain.task.Unavailable;
import io.agencytasks.domain.webhook.Channel;
import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.domain.webhook.WebhookId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Looks at a message again that no task was made of, by its webhook's rules as they are now. */
public final class ReplayMessage {

  /** Reads a message with its webhook, in one statement. */
  public interface Messages {
    Optional<Kept> find(Owner owner, WebhookId webhook, MessageId message);
  }

  /** Stores what comes of a message. */
  public interface Store {

    /**
     * Stores it, in one statement; empty where the webhook or the message was changed meanwhile.
     *
     * @param task what the message says of a task, over the webhook's defaults
     * @param verdicts what the task types say of the configuration that it gives
     */
    Optional<Receiving> replay(
        Owner owner,
        Webhook webhook,
        MessageId id,
        IncomingMessage message,
        TaskPatch task,
        Map<TaskType, TypeVerdict> verdicts);
  }

  /** A message, and the webhook as it is now. */
  public record Kept(Webhook webhook, Message message) {}

  private final Messages messages;
  private final Store store;
  private final MessageFiles files;
  private final MessageReader reader;
  private final KeptMessageReader keptReader;
  private final JudgeMessage judge;
  private final Doorbell doorbell;
  private final EventBell events;
  private final TaskTypes types;

  public ReplayMessage(
      Messages messages,
      Store store,
      MessageFiles files,
      MessageReader reader,
      KeptMessageReader keptReader,
      JudgeMessage judge,
      Doorbell doorbell,
      EventBell events,
      TaskTypes types) {
    this.messages = messages;
    this.store = store;
    this.files = files;
    this.reader = reader;
    this.keptReader = keptReader;
    this.judge = judge;
    this.doorbell = doorbell;
    this.events = events;
    this.types = types;
  }

  public Replay apply(Owner owner, WebhookId webhook, MessageId message) {
    var kept = messages.find(owner, webhook, message);
    if (kept.isEmpty()) {
      return new NotFound();
    }
    return switch (kept.get().message().outcome()) {
      case TASK, INPUT -> new AlreadyDone(task(kept.get().message()));
      case RECORDED, QUARANTINED, REFUSED -> replay(owner, kept.get());
    };
  }

  private Replay replay(Owner owner, Kept kept) {
    var judged = judge.apply(kept.webhook(), read(kept));
    var task = judged.task();
    var verdicts = types.judge(task.executionConfig().given());
    var receiving =
        store.replay(owner, kept.webhook(), kept.message().id(), judged.message(), task, verdicts);
    receiving.flatMap(Receiving::created).ifPresent(created -> created.ring(doorbell, events));
    receiving.flatMap(Receiving::resumed).ifPresent(doorbell::ring);
    return receiving
        .map(Receiving::receipt)
        .map(Receipt.Taken.class::cast)
        .<Replay>map(Replayed::new)
        .orElseGet(Replay.Changed::new);
  }

  /** What was kept back as harmful becomes a task that a person must look at. */
  private IncomingMessage read(Kept kept) {
    var message = kept.message();
    var read =
        message.source() == Channel.CUSTOM
            ? reader.read(
                kept.webhook(),
                new Proof(Optional.of(message.externalId()), Optional.empty()),
                body(message))
            : keptReader.read(kept.webhook(), message);
    boolean harmful = message.outcome() == MessageOutcome.QUARANTINED;
    return harmful && read.intake() instanceof Intake.MakeTask
        ? read.with(read.wish(), new Intake.MakeTask(true))
        : read;
  }

  private MessageBody body(Message message) {
    var type = Objects.requireNonNullElse(message.contentType(), "");
    if (message.attachments().isEmpty()) {
      var text = Objects.requireNonNullElse(message.body(), "");
      return new MessageBody(type, text.getBytes(StandardCharsets.UTF_8));
    }
    try {
      return new MessageBody(type, files.read(message.userId(), message.attachments().getFirst()));
    } catch (ArtifactsUnavailable outage) {
      throw new Unavailable("The message could not be read.", Duration.ofSeconds(5), outage);
    }
  }

  private static Optional<TaskId> task(Message message) {
    return Optional.ofNullable(message.task()).map(Message.Task::id);
  }
}
