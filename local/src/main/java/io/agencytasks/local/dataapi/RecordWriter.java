package io.agencytasks.local.dataapi;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** Writes values as fields, each named after its kind: {@code {"longValue": 1}}. */
final class RecordWriter implements RowWriter {
  private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

  private final JsonGenerator json;
  private final boolean longsAsText;
  private final boolean decimalsAsNumbers;

  RecordWriter(JsonGenerator json, boolean longsAsText, boolean decimalsAsNumbers) {
    this.json = json;
    this.longsAsText = longsAsText;
    this.decimalsAsNumbers = decimalsAsNumbers;
  }

  @Override
  public void startRow() throws IOException {
    json.writeStartArray();
  }

  @Override
  public void write(Column column, Optional<String> text) throws IOException {
    json.writeStartObject();
    if (text.isEmpty()) {
      json.writeBooleanField("isNull", true);
    } else if (column.array()) {
      writeArray(returned(column.type()), text.get());
    } else {
      FieldType type = returned(column.type(), text.get());
      json.writeFieldName(type.member());
      type.write(json, text.get());
    }
    json.writeEndObject();
  }

  @Override
  public void endRow() throws IOException {
    json.writeEndArray();
  }

  private void writeArray(FieldType type, String text) throws IOException {
    json.writeObjectFieldStart("arrayValue");
    json.writeArrayFieldStart(type.arrayMember());
    for (Optional<String> element : ArrayLiteral.elements(text)) {
      if (element.isPresent()) {
        type.write(json, element.get());
      } else {
        json.writeNull();
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private FieldType returned(FieldType type) {
    return type == FieldType.LONG && longsAsText ? FieldType.TEXT : type;
  }

  private FieldType returned(FieldType type, String text) {
    if (type != FieldType.DECIMAL || !decimalsAsNumbers) {
      return returned(type);
    }
    boolean isLong = !text.contains(".") && fitsLong(text);
    return isLong ? returned(FieldType.LONG) : FieldType.DOUBLE;
  }

  private static boolean fitsLong(String text) {
    return !text.equals("NaN")
        && !text.endsWith("Infinity")
        && new BigDecimal(text).abs().compareTo(MAX_LONG) <= 0;
  }
}
