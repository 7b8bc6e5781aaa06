package io.agencytasks.local.dataapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** Writes rows as plain JSON objects with the columns' labels as keys. */
final class FormattedRecordWriter implements RowWriter {
  private final JsonGenerator json;

  FormattedRecordWriter(JsonGenerator json) {
    this.json = json;
  }

  @Override
  public void startRow() throws IOException {
    json.writeStartObject();
  }

  @Override
  public void write(Column column, Optional<String> text) throws IOException {
    json.writeFieldName(column.label());
    if (text.isEmpty()) {
      json.writeNull();
    } else if (column.array()) {
      json.writeStartArray();
      for (Optional<String> element : ArrayLiteral.elements(text.get())) {
        writeValue(column.type(), element);
      }
      json.writeEndArray();
    } else {
      writeValue(column.type(), text);
    }
  }

  @Override
  public void endRow() throws IOException {
    json.writeEndObject();
  }

  private void writeValue(FieldType type, Optional<String> text) throws IOException {
    if (text.isEmpty()) {
      json.writeNull();
    } else if (type == FieldType.DECIMAL && !text.get().equals("NaN")) {
      json.writeNumber(text.get());
    } else {
      type.write(json, text.get());
    }
  }
}
