package io.agencytasks.local.hostile;

import io.agencytasks.local.contract.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a field may just about have, in JSON. */
final class GoodValues {
  private static final String ROCKET = "\ud83d\ude80";

  private GoodValues() {}

  /**
   * The values at its bounds.
   *
   * @param level of the body at which it stands, 1 for its fields
   */
  static List<String> of(String name, int level, Shape shape) {
    var good = new ArrayList<String>();
    if (shape.isAnything()) {
      good.addAll(Literals.TYPES.values());
      good.addAll(Objects.good(name, level));
      return good;
    }
    if (shape.takes("null")) {
      good.add("null");
    }
    if (!shape.named().isEmpty()) {
      shape.named().forEach(value -> good.add(Quoted.json(value.asText())));
    } else if (shape.takes("array")) {
      good.addAll(arrays(shape));
    } else if (shape.takes("object")) {
      good.addAll(shape.fields().isEmpty() ? Objects.good(name, level) : List.of());
    } else if (shape.takes("integer")) {
      good.add(shape.rule("minimum").asText());
      good.add(shape.rule("maximum").asText());
    } else if (shape.takes("boolean")) {
      good.addAll(List.of("true", "false"));
    } else if (shape.rule("format").asText().equals("date-time")) {
      Times.GOOD.stream().map(Quoted::json).forEach(good::add);
    } else {
      good.addAll(texts(shape));
    }
    return good;
  }

  /** Where only some characters will do, what is given as an example. */
  private static List<String> texts(Shape shape) {
    if (shape.isOfOwnForm()) {
      return List.of(Quoted.json(shape.rule("example").asText()));
    }
    int most = shape.rule("maxLength").asInt();
    return List.of(
        "\"x\"",
        "\" \\t\\r\\n'; drop table agency_tasks; -- %s \\u202e:x $1 ? \\\\ \\\" \"",
        Quoted.json("x".repeat(most)),
        Quoted.json(ROCKET.repeat(most)));
  }

  /** None if it may be empty, and as many as there may be; of tasks only those of nobody. */
  private static List<String> arrays(Shape shape) {
    var arrays = new ArrayList<String>();
    boolean mayBeEmpty = shape.rule("minItems").asInt() == 0;
    if (mayBeEmpty) {
      arrays.add("[]");
    }
    int most = shape.rule("maxItems").asInt();
    if (shape.element().takes("string")) {
      int length = shape.element().rule("maxLength").asInt();
      arrays.add(many(most, i -> Quoted.json(ROCKET.repeat(length - 2) + (10 + i))));
    } else if (!mayBeEmpty) {
      arrays.add(many(most, i -> Long.toString(9_007_199_254_740_991L - i)));
    }
    return arrays;
  }

  private static String many(int count, IntFunction<String> element) {
    return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(",", "[", "]"));
  }
}
