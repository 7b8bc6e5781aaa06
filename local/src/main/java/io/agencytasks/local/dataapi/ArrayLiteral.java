package io.agencytasks.local.dataapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a one-dimensional array from the text of Postgres: {@code {1,NULL,"a b"}}. */
final class ArrayLiteral {
  private final String text;
  private int at;

  private ArrayLiteral(String text) {
    this.text = text;
    // What goes before the brace are bounds other than from one, as in [0:1]={1,2}.
    this.at = text.indexOf('{') + 1;
  }

  /** Its elements; an empty one is null. */
  static List<Optional<String>> elements(String text) {
    return new ArrayLiteral(text).read();
  }

  private List<Optional<String>> read() {
    List<Optional<String>> elements = new ArrayList<>();
    while (text.charAt(at) != '}') {
      elements.add(element());
      if (text.charAt(at) == ',') {
        at++;
      }
    }
    return elements;
  }

  private Optional<String> element() {
    return switch (text.charAt(at)) {
      case '{' ->
          throw new Refusal(
              ErrorType.UNSUPPORTED_RESULT, "The result contains a multidimensional array.");
      case '"' -> Optional.of(quoted());
      default -> plain();
    };
  }

  private String quoted() {
    StringBuilder element = new StringBuilder();
    for (at++; text.charAt(at) != '"'; at++) {
      if (text.charAt(at) == '\\') {
        at++;
      }
      element.append(text.charAt(at));
    }
    at++;
    return element.toString();
  }

  private Optional<String> plain() {
    int start = at;
    while (text.charAt(at) != ',' && text.charAt(at) != '}') {
      at++;
    }
    String element = text.substring(start, at);
    return element.equals("NULL") ? Optional.empty() : Optional.of(element);
  }
}
