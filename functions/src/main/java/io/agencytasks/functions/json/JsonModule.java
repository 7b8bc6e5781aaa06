package io.agencytasks.functions.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.agencytasks.domain.execution.ExecutionToken;
import io.agencytasks.domain.inbound.ConversationId;
import io.agencytasks.domain.inbound.MessageId;
import io.agencytasks.domain.schedule.Cron;
import io.agencytasks.domain.schedule.Rate;
import io.agencytasks.domain.secret.SecretName;
import io.agencytasks.domain.task.Category;
import io.agencytasks.domain.task.Description;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Patch;
import io.agencytasks.domain.task.Tag;
import io.agencytasks.domain.task.Task;
import io.agencytasks.domain.task.TaskId;
import io.agencytasks.domain.task.TaskPatch;
import io.agencytasks.domain.task.TaskSummary;
import io.agencytasks.domain.task.Title;
import io.agencytasks.domain.template.TemplateId;
import io.agencytasks.domain.template.TemplateName;
import io.agencytasks.domain.webhook.Pointer;
import io.agencytasks.domain.webhook.SenderPattern;
import io.agencytasks.domain.webhook.WebhookId;
import io.agencytasks.domain.webhook.WebhookName;
import java.io.IOException;
import java.util.UUID;

/** How the domain's own types look in JSON, so that the domain need not know. */
final class JsonModule extends SimpleModule {
  private static final long serialVersionUID = 1;

  JsonModule() {
    addSerializer(TaskId.class, writing((id, json) -> json.writeNumber(id.value())));
    addDeserializer(TaskId.class, reading(json -> new TaskId(json.getLongValue())));
    addSerializer(TemplateId.class, writing((id, json) -> json.writeNumber(id.value())));
    addDeserializer(TemplateId.class, reading(json -> new TemplateId(json.getLongValue())));
    addSerializer(TemplateName.class, writing((name, json) -> json.writeString(name.value())));
    addSerializer(SecretName.class, writing((name, json) -> json.writeString(name.value())));
    addSerializer(WebhookId.class, writing((id, json) -> json.writeNumber(id.value())));
    addDeserializer(WebhookId.class, reading(json -> new WebhookId(json.getLongValue())));
    addSerializer(WebhookName.class, writing((name, json) -> json.writeString(name.value())));
    addSerializer(MessageId.class, writing((id, json) -> json.writeNumber(id.value())));
    addDeserializer(MessageId.class, reading(json -> new MessageId(json.getLongValue())));
    addSerializer(ConversationId.class, writing((id, json) -> json.writeNumber(id.value())));
    addDeserializer(ConversationId.class, reading(json -> new ConversationId(json.getLongValue())));
    addSerializer(Pointer.class, writing((pointer, json) -> json.writeString(pointer.text())));
    addDeserializer(Pointer.class, reading(json -> new Pointer(json.getText())));
    addSerializer(SenderPattern.class, writing((sender, json) -> json.writeString(sender.value())));
    addDeserializer(SenderPattern.class, reading(json -> new SenderPattern(json.getText())));
    addSerializer(
        ExecutionToken.class, writing((token, json) -> json.writeString(token.value().toString())));
    addDeserializer(
        ExecutionToken.class,
        reading(json -> new ExecutionToken(UUID.fromString(json.getValueAsString()))));
    addSerializer(Cron.class, writing((cron, json) -> json.writeString(cron.toString())));
    addDeserializer(Cron.class, reading(json -> new Cron(json.getText())));
    addSerializer(Rate.class, writing((rate, json) -> json.writeString(rate.text())));
    addDeserializer(Rate.class, reading(json -> new Rate(json.getText())));
    addSerializer(Json.class, writing((value, json) -> json.writeRawValue(value.text())));
    addDeserializer(Json.class, reading(json -> new Json(json.readValueAsTree().toString())));
    addSerializer(Title.class, writing((title, json) -> json.writeString(title.value())));
    addSerializer(Description.class, writing((text, json) -> json.writeString(text.value())));
    addSerializer(Category.class, writing((category, json) -> json.writeString(category.value())));
    addSerializer(Tag.class, writing((tag, json) -> json.writeString(tag.value())));
    addDeserializer(Title.class, reading(json -> new Title(json.getText())));
    addDeserializer(Description.class, reading(json -> new Description(json.getText())));
    addDeserializer(Category.class, reading(json -> new Category(json.getText())));
    addDeserializer(Tag.class, reading(json -> new Tag(json.getText())));
    addSerializer(Enum.class, writing((value, json) -> json.writeString(value.toString())));
    addKeySerializer(Enum.class, writing((key, json) -> json.writeFieldName(key.toString())));
    setMixInAnnotation(Task.class, Flat.class);
    addSerializer(new PatchWriter());
    addDeserializer(Patch.class, new PatchReader());
    setMixInAnnotation(TaskPatch.class, OnlyWhatIsGiven.class);
  }

  /** A whole task is its summary and more, in one object. */
  interface Flat {
    @JsonUnwrapped
    TaskSummary summary();
  }

  /** A field that a patch keeps is none of the patch's. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  interface OnlyWhatIsGiven {}

  private interface Writing<T> {
    void write(T value, JsonGenerator json) throws IOException;
  }

  private interface Reading<T> {
    T read(JsonParser json) throws IOException;
  }

  private static <T> JsonSerializer<T> writing(Writing<T> how) {
    return new JsonSerializer<>() {
      @Override
      public void serialize(T value, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        how.write(value, json);
      }
    };
  }

  private static <T> JsonDeserializer<T> reading(Reading<T> how) {
    return new JsonDeserializer<>() {
      @Override
      public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return how.read(json);
      }
    };
  }
}
