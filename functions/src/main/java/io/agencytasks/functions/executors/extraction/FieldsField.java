package io.agencytasks.functions.executors.extraction;

import io.agencytasks.functions.executors.ConfigFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for {@code executionConfig.fields}. */
final class FieldsField {
  static final int MAX_FIELDS = 50;
  static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  static final String RULE = "must be named with 1 to 64 letters from A to Z, digits, _ and -";

  private FieldsField() {}

  static List<Field> read(ConfigFields config) {
    var fields = config.objects("fields", MAX_FIELDS, NAME, RULE);
    if (config.value("fields").isPresent() && fields.isEmpty()) {
      config.fault("fields", "must have at least one entry, or be left out");
    }
    return fields.entrySet().stream().map(FieldsField::field).flatMap(Optional::stream).toList();
  }

  private static Optional<Field> field(Map.Entry<String, ConfigFields> entry) {
    var fields = entry.getValue();
    var as = FormField.as(fields);
    var place = PlaceField.read(FormField.part(as, fields), fields);
    var form = FormField.form(as, fields);
    boolean all = fields.flag("all").orElse(false);
    boolean required = fields.flag("required").orElse(false);
    return place.map(it -> new Field(entry.getKey(), it, form, all, required));
  }
}
