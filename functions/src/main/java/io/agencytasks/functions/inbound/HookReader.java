package io.agencytasks.functions.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.agencytasks.domain.inbound.IncomingMessage;
import io.agencytasks.domain.inbound.Intake;
import io.agencytasks.domain.inbound.MessageBody;
import io.agencytasks.domain.inbound.MessageContent;
import io.agencytasks.domain.inbound.MessageIds;
import io.agencytasks.domain.inbound.MessageOutcome;
import io.agencytasks.domain.inbound.MessageReader;
import io.agencytasks.domain.inbound.MessageThread;
import io.agencytasks.domain.inbound.PlainText;
import io.agencytasks.domain.inbound.Proof;
import io.agencytasks.domain.inbound.TaskWish;
import io.agencytasks.domain.task.Priority;
import io.agencytasks.domain.task.Urgency;
import io.agencytasks.domain.webhook.Pointer;
import io.agencytasks.domain.webhook.Verification;
import io.agencytasks.domain.webhook.Webhook;
import io.agencytasks.functions.inbound.Payload.Document;
import io.agencytasks.functions.inbound.Payload.Unreadable;
import io.agencytasks.functions.inbound.Payload.Words;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Reads what came to a custom webhook: documents by its mapping, words as they are. */
@Singleton
final class HookReader implements MessageReader {
  private static final int MOST_CONFIG_BYTES = 16 * 1024;
  private static final int MOST_METADATA_BYTES = 8 * 1024;
  private static final int MOST_SENDER = 320;
  private static final int MOST_REASON = 1000;

  /** Stripe's events have their id here; nobody need map it. */
  private static final Pointer STRIPES_ID = new Pointer("/id");

  private final RandomGenerator random;

  HookReader(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public IncomingMessage read(Webhook webhook, Proof proof, MessageBody body) {
    return switch (Payload.of(body)) {
      case Document(var root) -> document(webhook, proof, body, new MappedFields(root));
      case Words(var text) -> words(webhook, proof, body, text);
      case Unreadable(var why) ->
          message(
              webhook,
              proof,
              body,
              new MappedFields(MissingNode.getInstance()),
              TaskWish.of(null, null),
              refused(why));
    };
  }

  private IncomingMessage document(
      Webhook webhook, Proof proof, MessageBody body, MappedFields fields) {
    var mapping = webhook.rules().mapping();
    var defaults = webhook.defaults();
    var wish =
        new TaskWish(
            fields.text(mapping.title()).flatMap(PlainText::title).orElse(null),
            fields.text(mapping.description()).map(PlainText::description).orElse(null),
            fields.oneOf("priority", mapping.priority(), Priority.values()),
            fields.oneOf("urgency", mapping.urgency(), Urgency.values()),
            fields.time("scheduledFor", mapping.scheduledFor()),
            fields.time("deadline", mapping.deadline()),
            fields.over(
                defaults.metadata().given(), "metadata", mapping.metadata(), MOST_METADATA_BYTES),
            fields.over(
                defaults.executionConfig().given(),
                "executionConfig",
                mapping.executionConfig(),
                MOST_CONFIG_BYTES));
    var intake =
        fields.faults().isEmpty()
            ? new Intake.MakeTask(false)
            : refused(String.join(" ", fields.faults()));
    return message(webhook, proof, body, fields, wish, intake);
  }

  private IncomingMessage words(Webhook webhook, Proof proof, MessageBody body, String text) {
    return message(
        webhook,
        proof,
        body,
        new MappedFields(MissingNode.getInstance()),
        TaskWish.of(
            PlainText.title(text).orElse(null),
            text.isBlank() ? null : PlainText.description(text)),
        new Intake.MakeTask(false));
  }

  private IncomingMessage message(
      Webhook webhook,
      Proof proof,
      MessageBody body,
      MappedFields fields,
      TaskWish wish,
      Intake intake) {
    var mapping = webhook.rules().mapping();
    var sender = fields.text(mapping.sender(), MOST_SENDER);
    var conversation = fields.text(mapping.conversation(), MOST_SENDER);
    return new IncomingMessage(
        new MessageIds(externalId(webhook, proof, body, fields), proof.mark().orElse(null), null),
        sender,
        MessageThread.of(conversation == null ? sender : conversation),
        MessageContent.of(body),
        null,
        null,
        wish,
        intake);
  }

  /** Who says nothing that could tell a repeat sends a new message each time. */
  private String externalId(Webhook webhook, Proof proof, MessageBody body, MappedFields fields) {
    return proof
        .externalId()
        .or(() -> fields.text(idPointer(webhook)))
        .map(HookReader::keepable)
        .orElseGet(() -> isSigned(webhook) ? Hmac.sha256(body.bytes()) : unique());
  }

  private static boolean isSigned(Webhook webhook) {
    return webhook.verification() != Verification.TOKEN;
  }

  private static @Nullable Pointer idPointer(Webhook webhook) {
    return webhook.verification() == Verification.STRIPE
        ? STRIPES_ID
        : webhook.rules().mapping().id();
  }

  private String unique() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** As it is, if an index can hold it; else its hash. */
  private static String keepable(String id) {
    return id.matches("[!-~]{1,255}") ? id : Hmac.sha256(id.getBytes(UTF_8));
  }

  private static Intake refused(String why) {
    return new Intake.Keep(MessageOutcome.REFUSED, PlainText.of(why, MOST_REASON));
  }
}
