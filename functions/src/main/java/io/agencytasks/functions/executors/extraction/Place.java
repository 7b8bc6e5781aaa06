package io.agencytasks.functions.executors.extraction;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;

/** Where in a page something stands. */
sealed interface Place {

  /** By a CSS selector, and what of an element that it finds. */
  record Selected(Evaluator selector, Part part) implements Place {}

  /** By a JSON Pointer (RFC 6901). */
  record Pointed(JsonPointer pointer) implements Place {}

  /** What of an element. */
  sealed interface Part {

    /** Empty where it has none. */
    Optional<String> of(Element element);

    /** Its text and that of all within, with single blanks. */
    record Text() implements Part {
      @Override
      public Optional<String> of(Element element) {
        return Optional.of(element.text());
      }
    }

    /** The HTML within. */
    record Html() implements Part {
      @Override
      public Optional<String> of(Element element) {
        return Optional.of(element.html());
      }
    }

    /** An attribute; with {@code abs:} before its name, a link made absolute. */
    record Attribute(String name) implements Part {
      @Override
      public Optional<String> of(Element element) {
        return Optional.of(name).filter(element::hasAttr).map(element::attr);
      }
    }
  }

  /** Which of the two are used. */
  record Kinds(boolean selected, boolean pointed) {

    static Kinds of(List<Field> fields, List<Table> tables) {
      var places =
          Stream.concat(
                  fields.stream().map(Field::place),
                  tables.stream()
                      .flatMap(
                          table ->
                              Stream.concat(
                                  Stream.of(table.rows()),
                                  table.columns().stream().map(Field::place))))
              .toList();
      return new Kinds(
          places.stream().anyMatch(Selected.class::isInstance),
          places.stream().anyMatch(Pointed.class::isInstance));
    }

    boolean isMixed() {
      return selected && pointed;
    }
  }
}
