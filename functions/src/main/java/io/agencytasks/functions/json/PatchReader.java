package io.agencytasks.functions.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import io.agencytasks.domain.task.Patch;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a field that is there as given, null as cleared, and one that is not there as kept. */
final class PatchReader extends JsonDeserializer<Patch<?>> implements ContextualDeserializer {
  private final @Nullable JsonDeserializer<?> content;

  PatchReader() {
    this(null);
  }

  private PatchReader(@Nullable JsonDeserializer<?> content) {
    this.content = content;
  }

  @Override
  public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty field)
      throws JsonMappingException {
    var type = field.getType().containedTypeOrUnknown(0);
    return new PatchReader(context.findContextualValueDeserializer(type, field));
  }

  @Override
  public Patch<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
    return new Patch.Set<>(Objects.requireNonNull(content).deserialize(json, context));
  }

  @Override
  public Patch<?> getNullValue(DeserializationContext context) {
    return new Patch.Clear<>();
  }

  @Override
  public Patch<?> getAbsentValue(DeserializationContext context) {
    return new Patch.Keep<>();
  }
}
