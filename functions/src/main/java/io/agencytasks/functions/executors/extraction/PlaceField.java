package io.agencytasks.functions.executors.extraction;

import com.fasterxml.jackson.core.JsonPointer;
import io.agencytasks.functions.executors.ConfigFields;
import io.agencytasks.functions.executors.extraction.Place.Part;
import io.agencytasks.functions.executors.extraction.Place.Pointed;
import io.agencytasks.functions.executors.extraction.Place.Selected;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/**
 * The rules for {@code select} and {@code pointer}. What a selector may be is bounded so that one
 * element can be told from another in no more than a moment, whatever the page.
 */
final class PlaceField {
  private static final String SELECT = "select";
  private static final String POINTER = "pointer";
  private static final int MAX_LENGTH = 200;
  private static final int MAX_COMBINATORS = 20;

  private static final Pattern COMBINATOR = Pattern.compile("[\\s>+~]+");

  /** How jsoup writes what tries a regular expression, which may take for ever. */
  private static final Pattern REGEX = Pattern.compile("~=|:matches");

  /** RFC 6901 knows ~0 and ~1 alone. */
  private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

  private PlaceField() {}

  /** Either of the two, which must be there. */
  static Optional<Place> read(Part part, ConfigFields fields) {
    var selector = fields.text(SELECT);
    var pointer = fields.text(POINTER);
    if (fields.value(SELECT).isPresent() == fields.value(POINTER).isPresent()) {
      fields.fault(SELECT, "or pointer must be there, and not both");
      return Optional.empty();
    }
    return selector
        .flatMap(text -> selected(text, fields))
        .<Place>map(evaluator -> new Selected(evaluator, part))
        .or(() -> pointer.flatMap(text -> pointed(text, fields)));
  }

  private static Optional<Evaluator> selected(String text, ConfigFields fields) {
    var evaluator = bounded(text, fields) ? parsed(text, fields) : Optional.<Evaluator>empty();
    evaluator
        .map(Evaluator::toString)
        .ifPresent(
            meaning -> {
              if (REGEX.matcher(meaning).find()) {
                fields.fault(SELECT, "must have no regular expression, as ~= and :matches do");
              } else if (meaning.split(":has\\(", -1).length > 2) {
                fields.fault(SELECT, "must have no more than one :has");
              }
            });
    return evaluator;
  }

  private static boolean bounded(String text, ConfigFields fields) {
    boolean fits = text.codePointCount(0, text.length()) <= MAX_LENGTH;
    if (!fits || COMBINATOR.matcher(text).results().count() > MAX_COMBINATORS) {
      fields.fault(
          SELECT,
          "must have at most %d characters, and %d blanks, >, + and ~"
              .formatted(MAX_LENGTH, MAX_COMBINATORS));
      return false;
    }
    return true;
  }

  private static Optional<Evaluator> parsed(String text, ConfigFields fields) {
    try {
      return Optional.of(QueryParser.parse(text));
    } catch (SelectorParseException | IllegalArgumentException malformed) {
      fields.fault(SELECT, "must be a CSS selector, such as table#prices td:nth-child(2)");
      return Optional.empty();
    }
  }

  private static Optional<Place> pointed(String text, ConfigFields fields) {
    if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
      fields.fault(POINTER, "must have at most %d characters".formatted(MAX_LENGTH));
      return Optional.empty();
    }
    if (!text.isEmpty() && (!text.startsWith("/") || BAD_ESCAPE.matcher(text).find())) {
      fields.fault(POINTER, "must be a JSON Pointer, such as /data/items/0/id, or empty for all");
      return Optional.empty();
    }
    return Optional.of(new Pointed(JsonPointer.compile(text)));
  }
}
