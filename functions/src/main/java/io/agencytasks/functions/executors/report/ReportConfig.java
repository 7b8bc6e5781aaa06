package io.agencytasks.functions.executors.report;

import io.agencytasks.domain.report.ReportFilter;
import io.agencytasks.domain.report.ReportKind;
import io.agencytasks.domain.task.Json;
import io.agencytasks.domain.task.Text;
import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.Decoded;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Which report a task asks for. Whatever is left out has a usual value, so that none is needed: the
 * tasks of the last 30 days and of today, as a page.
 *
 * @param title what stands above it
 * @param zone in which days begin and times are written
 */
record ReportConfig(
    ReportKind kind,
    ReportFormat format,
    Optional<String> title,
    Period period,
    ZoneId zone,
    ReportFilter filter) {
  private static final int MAX_TITLE = 200;

  static Decoded<ReportConfig> decode(Json json) {
    var fields = ConfigFields.of(json);
    var kind = fields.choice("report", ReportKind.class).orElse(ReportKind.TASK_SUMMARY);
    var format = fields.choice("format", ReportFormat.class).orElse(ReportFormat.HTML);
    var title = title(fields);
    var period = PeriodField.read(fields);
    var zone = zone(fields);
    var filter = FilterFields.read(kind, fields);
    var faults = fields.faults();
    return faults.isEmpty()
        ? new Decoded.Valid<>(new ReportConfig(kind, format, title, period, zone, filter))
        : new Decoded.Invalid<>(faults);
  }

  /** The report of an attempt that begins now. */
  Report at(Instant now) {
    var sheet = Sheets.of(kind);
    return new Report(
        kind, title.orElse(sheet.name()), period.at(now, zone), zone, filter, now, sheet);
  }

  private static Optional<String> title(ConfigFields fields) {
    var given = fields.text("title");
    try {
      given.ifPresent(title -> Text.checkNotBlank(title, MAX_TITLE));
    } catch (IllegalArgumentException fault) {
      fields.fault("title", String.valueOf(fault.getMessage()));
    }
    return given;
  }

  /** A name of the IANA database only: an offset knows nothing of summer. */
  private static ZoneId zone(ConfigFields fields) {
    var given = fields.text("timeZone");
    var known = given.filter(ZoneId.getAvailableZoneIds()::contains);
    if (given.isPresent() && known.isEmpty()) {
      fields.fault("timeZone", "must be the name of a time zone, like Europe/Berlin or UTC");
    }
    return ZoneId.of(known.orElse("UTC"));
  }
}
