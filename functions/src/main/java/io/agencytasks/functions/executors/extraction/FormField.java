package io.agencytasks.functions.executors.extraction;

import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.extraction.NumberForm.Decimal;
import io.agencytasks.functions.executors.extraction.NumberForm.Group;
import io.agencytasks.functions.executors.extraction.Place.Part;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for {@code as}, and for what goes with it. */
final class FormField {
  private static final String ATTRIBUTE = "attribute";
  private static final String PATTERN = "pattern";
  private static final int MAX_PATTERN = 100;
  private static final String PATTERN_RULE =
      "must be a pattern of Java's DateTimeFormatter, such as d MMMM uuuu, at most 100 characters";
  private static final Pattern ATTRIBUTE_NAME = Pattern.compile("[^\\s\\p{Cntrl}\"'<>/=]{1,100}");

  /** What goes with one way alone. */
  private static final List<String> OF_NUMBERS = List.of("decimal", "group");

  private static final List<String> OF_DATES = List.of(PATTERN, "zone", "locale");

  private FormField() {}

  /** What a value may be wanted as. */
  enum As {
    TEXT,
    ATTRIBUTE,
    HTML,
    NUMBER,
    DATE,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is wanted; of an element its text and of JSON the value itself, if nothing is said. */
  static As as(ConfigFields fields) {
    boolean pointed = fields.value("pointer").isPresent();
    var as = fields.choice("as", As.class).orElse(pointed ? As.JSON : As.TEXT);
    if (pointed && (as == As.ATTRIBUTE || as == As.HTML)) {
      fields.fault("as", "must be json, text, number or date with a pointer");
    } else if (!pointed && as == As.JSON) {
      fields.fault("as", "must be text, attribute, html, number or date with a selector");
    }
    return as;
  }

  /** What of an element the value is made of. */
  static Part part(As as, ConfigFields fields) {
    var attribute = fields.text(ATTRIBUTE);
    if (attribute.isPresent() && !ATTRIBUTE_NAME.matcher(attribute.get()).matches()) {
      fields.fault(ATTRIBUTE, "must be the name of an attribute, at most 100 characters");
    }
    if (as == As.ATTRIBUTE) {
      fields.require(ATTRIBUTE);
    } else if (attribute.isPresent() && as != As.NUMBER && as != As.DATE) {
      fields.fault(ATTRIBUTE, "must be left out: it goes with attribute, number and date");
    } else if (attribute.isPresent() && fields.value("pointer").isPresent()) {
      fields.fault(ATTRIBUTE, "must be left out with a pointer");
    }
    return as == As.HTML
        ? new Part.Html()
        : attribute.<Part>map(Part.Attribute::new).orElseGet(Part.Text::new);
  }

  static Form form(As as, ConfigFields fields) {
    refuseUnlessFor(As.NUMBER, as, OF_NUMBERS, fields);
    refuseUnlessFor(As.DATE, as, OF_DATES, fields);
    return switch (as) {
      case TEXT, ATTRIBUTE, HTML -> new Form.Text();
      case JSON -> new Form.AsIs();
      case NUMBER -> number(fields);
      case DATE -> date(fields);
    };
  }

  private static void refuseUnlessFor(As only, As as, List<String> names, ConfigFields fields) {
    for (String name : names) {
      if (fields.value(name).isPresent() && as != only) {
        fields.fault(name, "must be left out: it goes with as: " + only);
      }
    }
  }

  private static Form number(ConfigFields fields) {
    var decimal = fields.choice("decimal", Decimal.class).orElse(Decimal.POINT);
    var group = fields.choice("group", Group.class).orElseGet(decimal::otherwise);
    if (group.toString().equals(decimal.toString())) {
      fields.fault("group", "must be another than decimal");
    }
    return NumberForm.of(decimal, group);
  }

  private static Form date(ConfigFields fields) {
    fields.require(PATTERN);
    var zone = fields.text("zone").flatMap(name -> zone(name, fields)).orElse(ZoneOffset.UTC);
    var locale = fields.text("locale").flatMap(tag -> locale(tag, fields)).orElse(Locale.ENGLISH);
    return fields
        .text(PATTERN)
        .flatMap(pattern -> date(pattern, locale, zone, fields))
        .orElseGet(Form.Text::new);
  }

  private static Optional<Form> date(
      String pattern, Locale locale, ZoneId zone, ConfigFields fields) {
    try {
      if (!pattern.isBlank() && pattern.length() <= MAX_PATTERN) {
        return Optional.of(DateForm.of(pattern, locale, zone));
      }
    } catch (IllegalArgumentException unknown) {
      fields.fault(PATTERN, PATTERN_RULE);
      return Optional.empty();
    }
    fields.fault(PATTERN, PATTERN_RULE);
    return Optional.empty();
  }

  private static Optional<ZoneId> zone(String name, ConfigFields fields) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      fields.fault("zone", "must be a time zone of IANA, such as Europe/Berlin");
      return Optional.empty();
    }
  }

  private static Optional<Locale> locale(String tag, ConfigFields fields) {
    var locale = Locale.forLanguageTag(tag);
    if (!List.of(Locale.getAvailableLocales()).contains(locale) || locale.getLanguage().isEmpty()) {
      fields.fault("locale", "must be a language that is known, such as de or en-GB");
      return Optional.empty();
    }
    return Optional.of(locale);
  }
}
