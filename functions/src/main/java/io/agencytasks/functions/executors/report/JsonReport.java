package io.agencytasks.functions.executors.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.agencytasks.functions.json.Mappers;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** One object: what it is about, the rows, and what they come to. */
final class JsonReport implements ReportWriter {
  private final JsonGenerator json;
  private final ZoneId zone;
  private final List<String> names;

  JsonReport(Report report, OutputStream out) throws IOException {
    this.json = Mappers.forApi().createGenerator(out);
    this.zone = report.zone();
    this.names = report.sheet().columns().stream().<String>map(Sheet.Column::name).toList();
    json.writeStartObject();
    json.writeStringField("report", report.kind().toString());
    json.writeStringField("title", report.title());
    json.writeStringField("from", time(report.span().from()));
    json.writeStringField("to", time(report.span().to()));
    json.writeStringField("timeZone", zone.getId());
    json.writeStringField("madeAt", time(report.madeAt()));
    json.writeArrayFieldStart("rows");
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    json.writeStartObject();
    for (int n = 0; n < cells.size(); n++) {
      json.writeFieldName(names.get(n));
      write(cells.get(n));
    }
    json.writeEndObject();
  }

  @Override
  public void finish(Tally tally) throws IOException {
    json.writeEndArray();
    json.writeNumberField("count", tally.rows());
    for (var counts : tally.counts()) {
      json.writeObjectField(counts.name(), counts.byValue());
    }
    json.writeObjectFieldStart("byDay");
    for (var day : tally.days().entrySet()) {
      json.writeNumberField(day.getKey().toString(), day.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.flush();
  }

  /** Not the generator, which would write to an end what broke off in the middle. */
  @Override
  public void close() {}

  private void write(Cell cell) throws IOException {
    switch (cell) {
      case Cell.Text(var text) -> json.writeString(text);
      case Cell.State(var text) -> json.writeString(text);
      case Cell.Name(var text) -> json.writeString(text);
      case Cell.Count(var number) -> json.writeNumber(number);
      case Cell.Labels(var labels) -> json.writeObject(labels);
      case Cell.Moment(var time) -> json.writeString(time(time));
      case Cell.Took(var millis) -> json.writeNumber(millis);
      case Cell.Nothing() -> json.writeNull();
    }
  }

  private String time(Instant time) {
    return CsvReport.TIME.format(time.atZone(zone));
  }
}
