package io.agencytasks.local.hostile;

import io.agencytasks.local.contract.Shape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a field must not have, in JSON: below and over its bounds, or no such thing at all. */
final class BadValues {
  private static final String ROCKET = "\\ud83d\\ude80";

  private final Shape shape;
  private final Set<String> bad = new LinkedHashSet<>();

  private BadValues(Shape shape) {
    this.shape = shape;
  }

  /**
   * The values that its description excludes.
   *
   * @param level of the body at which it stands, 1 for its fields
   */
  static Set<String> of(String name, int level, Shape shape) {
    var values = new BadValues(shape);
    values.addOtherTypes();
    if (shape.isAnything()) {
      values.bad.addAll(Objects.bad(name, level));
    } else if (!shape.named().isEmpty()) {
      values.addOtherNames();
    } else if (shape.takes("array")) {
      values.addArrays(name, level);
    } else if (shape.takes("object") && shape.fields().isEmpty()) {
      values.bad.addAll(Objects.bad(name, level));
    } else if (shape.takes("integer")) {
      values.addNumbers();
    } else if (shape.rule("format").asText().equals("date-time")) {
      Times.BAD.stream().map(Quoted::json).forEach(values.bad::add);
    } else if (shape.takes("string")) {
      values.addTexts();
    }
    return values.bad;
  }

  private void addOtherTypes() {
    Literals.TYPES.forEach(
        (type, literal) -> {
          if (!shape.takes(type)) {
            bad.add(literal);
          }
        });
  }

  private void addOtherNames() {
    String first = shape.named().getFirst().asText();
    for (String other : List.of("", "surprise", first + " ", first.toUpperCase(Locale.ROOT))) {
      bad.add(Quoted.json(other));
    }
    bad.add("[%s]".formatted(Quoted.json(first)));
    bad.add("\"%s\\u0000\"".formatted(first));
  }

  private void addTexts() {
    Literals.NO_TEXT.forEach(text -> bad.add("\"" + text + "\""));
    if (shape.rule("minLength").asInt() > 0) {
      bad.add("\"\"");
    }
    if (shape.rule("pattern").asText().equals("\\S")) {
      bad.add("\" \"");
      bad.add("\"\\t\\r\\n\"");
      bad.add("\"\\u2003\\u2028\"");
    }
    int most = shape.rule("maxLength").asInt();
    for (String letter : List.of("x", "\\u00e9", ROCKET)) {
      bad.add("\"" + letter.repeat(most + 1) + "\"");
    }
  }

  private void addNumbers() {
    bad.addAll(Literals.NO_WHOLE_NUMBERS);
    bad.addAll(Literals.HUGE);
    bad.add(Long.toString(shape.rule("minimum").asLong() - 1));
    bad.add(Long.toString(shape.rule("maximum").asLong() + 1));
    bad.add("9223372036854775808");
  }

  private void addArrays(String name, int level) {
    int most = shape.rule("maxItems").asInt();
    if (shape.rule("minItems").asInt() == 0) {
      bad.remove("[]");
    } else {
      bad.add("[]");
    }
    bad.add(elements(most + 1));
    bad.add(elements(1).replaceAll("\\[(.*)]", "[$1,$1]"));
    bad.add("[[]]");
    BadValues.of(name, level + 1, shape.element()).forEach(it -> bad.add("[%s]".formatted(it)));
    Literals.NO_IDS.stream()
        .filter(it -> shape.element().takes("integer"))
        .forEach(it -> bad.add("[1,%s]".formatted(it)));
  }

  /** So many of them, all different. */
  private String elements(int count) {
    boolean numbers = shape.element().takes("integer");
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> numbers ? Integer.toString(i) : "\"t%d\"".formatted(i))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
