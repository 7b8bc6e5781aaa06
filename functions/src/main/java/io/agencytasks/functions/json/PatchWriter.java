package io.agencytasks.functions.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.agencytasks.domain.task.Patch;
import java.io.IOException;

/** Writes what a patch gives, null where it clears; one that keeps counts as empty. */
final class PatchWriter extends StdSerializer<Patch<?>> {
  private static final long serialVersionUID = 1;

  PatchWriter() {
    super(Patch.class, false);
  }

  @Override
  public void serialize(Patch<?> patch, JsonGenerator json, SerializerProvider provider)
      throws IOException {
    provider.defaultSerializeValue(patch.given(), json);
  }

  @Override
  public boolean isEmpty(SerializerProvider provider, Patch<?> patch) {
    return !patch.isGiven();
  }
}
