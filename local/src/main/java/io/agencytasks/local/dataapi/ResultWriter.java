package io.agencytasks.local.dataapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the answer that carries a statement's rows, be they none. */
final class ResultWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private final Call call;
  private final boolean formatted;

  ResultWriter(Call call, NamedSql sql) {
    this.call = call;
    this.formatted = call.wantsJson() && sql.selects();
  }

  byte[] answer(ResultSet rows) throws SQLException, IOException {
    List<Column> columns = Column.of(rows.getMetaData());
    ByteArrayOutputStream answer = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = JSON.createGenerator(answer)) {
      json.writeStartObject();
      json.writeNumberField("numberOfRecordsUpdated", 0);
      if (call.wantsMetadata()) {
        ColumnMetadata.write(rows.getMetaData(), json);
      }
      if (formatted) {
        json.writeStringField("formattedRecords", formattedRecords(columns, rows));
      } else {
        json.writeArrayFieldStart("records");
        writeRows(columns, rows, recordWriter(json));
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    return answer.toByteArray();
  }

  private RecordWriter recordWriter(JsonGenerator json) {
    return new RecordWriter(json, call.wantsLongsAsText(), call.wantsDecimalsAsNumbers());
  }

  private static String formattedRecords(List<Column> columns, ResultSet rows)
      throws SQLException, IOException {
    refuseTwins(columns);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartArray();
      writeRows(columns, rows, new FormattedRecordWriter(json));
      json.writeEndArray();
    }
    return text.toString();
  }

  private static void refuseTwins(List<Column> columns) {
    Set<String> labels = new HashSet<>();
    for (Column column : columns) {
      if (!labels.add(column.label())) {
        throw new Refusal(
            ErrorType.UNSUPPORTED_RESULT,
            "The result contains duplicate column names. Use aliases to make them unique.");
      }
    }
  }

  private static void writeRows(List<Column> columns, ResultSet rows, RowWriter writer)
      throws SQLException, IOException {
    ResultSize size = new ResultSize(columns.size());
    while (rows.next()) {
      size.startRow();
      writer.startRow();
      for (Column column : columns) {
        Optional<String> text = column.text(rows);
        size.add(text.map(ResultSize::utf8Length).orElse(0));
        writer.write(column, text);
      }
      writer.endRow();
    }
  }
}
