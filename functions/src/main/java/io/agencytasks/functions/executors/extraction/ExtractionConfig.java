package io.agencytasks.functions.executors.extraction;

import io.agencytasks.domain.task.Json;
import io.agencytasks.functions.executors.Auth;
import io.agencytasks.functions.executors.AuthField;
import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.Decoded;
import io.agencytasks.functions.executors.HeadersField;
import io.agencytasks.functions.executors.UrlField;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * What a data_extraction fetches, and what it takes of it.
 *
 * @param auth what makes one more header when it is sent
 * @param fields at most {@value FieldsField#MAX_FIELDS}, all by selector or all by pointer, as
 *     those of the tables are
 * @param tables at most {@value TablesField#MAX_TABLES}; no fields and no tables is a fault
 * @param timeout for fetching, redirects included: 1 to 50 s
 */
record ExtractionConfig(
    HttpUrl url,
    Headers headers,
    Optional<Auth> auth,
    List<Field> fields,
    List<Table> tables,
    Duration timeout) {

  static Decoded<ExtractionConfig> decode(Json json) {
    var config = ConfigFields.of(json);
    var url = UrlField.read(config);
    var headers = HeadersField.read(config);
    var auth = AuthField.read(headers, config);
    var fields = FieldsField.read(config);
    var tables = TablesField.read(config);
    if (config.value("fields").isEmpty() && config.value("tables").isEmpty()) {
      config.fault("fields", "must be there, or tables: nothing would be extracted");
    }
    var places = Place.Kinds.of(fields, tables);
    if (places.isMixed()) {
      config.fault("fields", "and tables must all use select, or all pointer: a page is one kind");
    }
    var seconds = config.integer("timeoutSeconds", 1, 50).orElse(30);
    var faults = config.faults();
    return faults.isEmpty()
        ? new Decoded.Valid<>(
            new ExtractionConfig(
                url.orElseThrow(), headers, auth, fields, tables, Duration.ofSeconds(seconds)))
        : new Decoded.Invalid<>(faults);
  }

  /** Whether the page is to be read as JSON; as HTML or XML otherwise. */
  boolean wantsJson() {
    return Place.Kinds.of(fields, tables).pointed();
  }
}
