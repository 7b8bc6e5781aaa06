package io.agencytasks.functions.http;

import static io.agencytasks.functions.http.Decoders.BOOLEAN;
import static io.agencytasks.functions.http.Decoders.distinct;
import static io.agencytasks.functions.http.Decoders.integer;
import static io.agencytasks.functions.http.Decoders.require;
import static io.agencytasks.functions.http.Decoders.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agencytasks.domain.task.Text;
import io.agencytasks.domain.webhook.Mapping;
import io.agencytasks.domain.webhook.Phrase;
import io.agencytasks.domain.webhook.Pointer;
import io.agencytasks.domain.webhook.Rules;
import io.agencytasks.domain.webhook.SenderPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules of a webhook; what is left out is as usual. */
final class WebhookRulesInput {
  private static final Decoder<Pointer> POINTER = text(Pointer::new);
  private static final Decoder<Map<String, Pointer>> POINTERS = WebhookRulesInput::pointers;
  private static final Decoder<List<SenderPattern>> SENDERS =
      distinct(50, text(SenderPattern::new));
  private static final int MOST_PHRASES = 50;
  private static final int MOST_NAMES = 20;
  private static final int MOST_PER_MINUTE = 6000;

  private WebhookRulesInput() {}

  static Rules read(JsonNode node) {
    var in = fields(node);
    var mapping = in.optional("mapping", WebhookRulesInput::mapping, Mapping.NONE);
    var allowed = in.optional("allowedSenders", SENDERS, List.of());
    var blocked = in.optional("blockedSenders", SENDERS, List.of());
    var phrases =
        in.optional("phrases", distinct(MOST_PHRASES, WebhookRulesInput::phrase), List.of());
    var markers = in.optional("markers", BOOLEAN, Rules.MARKERS);
    var replies = in.optional("repliesAreInput", BOOLEAN, Rules.REPLIES_ARE_INPUT);
    var perMinute =
        in.optional("messagesPerMinute", integer(1, MOST_PER_MINUTE), Rules.MESSAGES_PER_MINUTE);
    in.end();
    return new Rules(
        mapping.get(),
        allowed.get(),
        blocked.get(),
        phrases.get(),
        markers.get(),
        replies.get(),
        perMinute.get());
  }

  private static Mapping mapping(JsonNode node) {
    var in = fields(node);
    var id = in.nullable("id", POINTER);
    var sender = in.nullable("sender", POINTER);
    var conversation = in.nullable("conversation", POINTER);
    var title = in.nullable("title", POINTER);
    var description = in.nullable("description", POINTER);
    var priority = in.nullable("priority", POINTER);
    var urgency = in.nullable("urgency", POINTER);
    var scheduledFor = in.nullable("scheduledFor", POINTER);
    var deadline = in.nullable("deadline", POINTER);
    var metadata = in.optional("metadata", POINTERS, Map.of());
    var executionConfig = in.optional("executionConfig", POINTERS, Map.of());
    in.end();
    return new Mapping(
        id.get(),
        sender.get(),
        conversation.get(),
        title.get(),
        description.get(),
        priority.get(),
        urgency.get(),
        scheduledFor.get(),
        deadline.get(),
        metadata.get(),
        executionConfig.get());
  }

  private static Map<String, Pointer> pointers(JsonNode node) {
    require(
        node.isObject() && node.size() <= MOST_NAMES,
        "must be an object of at most %d names".formatted(MOST_NAMES));
    var pointers = new LinkedHashMap<String, Pointer>();
    for (var named : node.properties()) {
      Text.checkNotBlank(named.getKey(), 100);
      pointers.put(named.getKey(), POINTER.decode(named.getValue()));
    }
    return pointers;
  }

  private static Phrase phrase(JsonNode node) {
    var in = fields(node);
    var phrase = in.required("phrase", text(words -> Text.checkNotBlank(words, 100)));
    var priority = in.nullable("priority", TaskFields.PRIORITY);
    var urgency = in.nullable("urgency", TaskFields.URGENCY);
    in.refuseIf(
        priority.isSound() && urgency.isSound() && priority.get() == null && urgency.get() == null,
        "priority",
        "or urgency must be given");
    in.end();
    return new Phrase(phrase.get(), priority.get(), urgency.get());
  }

  private static Fields fields(JsonNode node) {
    require(node instanceof ObjectNode, "must be an object");
    return new Fields(node.deepCopy());
  }
}
