package io.agencytasks.functions.executors.extraction;

import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.extraction.Place.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules for {@code executionConfig.tables}. */
final class TablesField {
  static final int MAX_TABLES = 5;
  static final int MAX_COLUMNS = 30;

  private TablesField() {}

  static List<Table> read(ConfigFields config) {
    var tables = config.objects("tables", MAX_TABLES, FieldsField.NAME, FieldsField.RULE);
    if (config.value("tables").isPresent() && tables.isEmpty()) {
      config.fault("tables", "must have at least one entry, or be left out");
    }
    return tables.entrySet().stream().map(TablesField::table).flatMap(Optional::stream).toList();
  }

  private static Optional<Table> table(Map.Entry<String, ConfigFields> entry) {
    var fields = entry.getValue();
    var rows = PlaceField.read(new Part.Text(), fields);
    var given = fields.objects("columns", MAX_COLUMNS, FieldsField.NAME, FieldsField.RULE);
    if (given.isEmpty()) {
      fields.fault("columns", "must have at least one entry");
    }
    var columns =
        given.entrySet().stream().map(TablesField::column).flatMap(Optional::stream).toList();
    return rows.map(place -> new Table(entry.getKey(), place, columns));
  }

  private static Optional<Field> column(Map.Entry<String, ConfigFields> entry) {
    var fields = entry.getValue();
    var as = FormField.as(fields);
    var place = PlaceField.read(FormField.part(as, fields), fields);
    var form = FormField.form(as, fields);
    return place.map(it -> new Field(entry.getKey(), it, form, false, false));
  }
}
